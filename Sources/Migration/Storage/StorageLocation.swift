/// How the objects of a task are chosen; the raw value is OMS's word.
public enum TaskKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Objects and folders by name; a key that ends in `/` is a folder.
  case object
  /// All objects whose names begin with one of the keys.
  case prefix
  /// The objects that a list file names.
  case list
  /// The addresses that a list file names.
  case urlList = "url_list"
}

/// One side of a migration: a bucket at a provider, and what of it is meant.
public struct StorageLocation: Equatable, Hashable, Sendable, Codable {
  /// OMS's word for the provider: `AWS`, `Aliyun`, `HuaweiCloud`, …; the local service adds `S3`,
  /// `Local` and `Rclone`.
  public var provider: String
  /// The region; the endpoint's URL for `S3`; may be empty.
  public var region: String
  /// The bucket; an absolute directory for `Local`; `REMOTE:BUCKET` for `Rclone`.
  public var bucket: String
  /// Object keys or prefixes at a source, one target folder at a destination.
  ///
  /// Empty means the whole bucket.
  public var keys: [String]

  /// A location; without arguments one about which nothing is known.
  public init(
    provider: String = "", region: String = "", bucket: String = "", keys: [String] = []
  ) {
    self.provider = provider
    self.region = region
    self.bucket = bucket
    self.keys = keys
  }

  /// Whether the service needs keys to open this location.
  public var needsKeys: Bool { !["Local", "Rclone", "URLSource"].contains(provider) }

  /// The place as a folder: without the slash the names would run together.
  package var asFolder: StorageLocation {
    var folder = self
    folder.keys = keys.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return folder
  }

  /// The bucket with its one key, as a user would write it: `bucket/prefix/`.
  public var shortName: String {
    let meaningful = keys.lazy.filter { !$0.isEmpty && $0 != "/" }
    guard let first = meaningful.first else { return bucket }
    let count = keys.count > 1 ? meaningful.count : 1
    let separator = bucket.hasSuffix("/") || first.hasPrefix("/") ? "" : "/"
    let name = bucket + separator + first
    return count > 1 ? name + " +\(count - 1)" : name
  }
}
