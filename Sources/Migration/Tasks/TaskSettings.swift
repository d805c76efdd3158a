public import FoundationEssentials

/// What the user chose when a task was made, beside its source, destination and kind.
///
/// A member that is `nil` was not chosen, or the API version does not know it: the service's default
/// holds.
public struct TaskSettings: Hashable, Sendable, Codable {
  /// The user's words, at most 255 characters, without `< > ( ) " ' &` (v2: also `^`).
  public var description = ""
  /// Speed limits by time of day, at most 5; empty means no limit.
  public var bandwidth: [BandwidthWindow] = []
  /// Only objects changed after this are moved; `nil` means all.
  public var changedSince: Date?
  /// Threads of the task, 0 to 50 (v1 only).
  public var threads: Int?
  /// Whether objects are encrypted with KMS at the destination.
  public var isEncrypted: Bool?
  /// Whether archived objects are restored at the source first.
  public var restoresArchived: Bool?
  /// Whether the metadata of the objects is moved as well (v2).
  public var movesMetadata: Bool?
  /// Whether a list of the failed objects is kept.
  public var recordsFailedObjects: Bool?
  /// Whether the requester pays for the traffic (v2).
  public var requesterPays: Bool?
  /// When an object at the destination is replaced, in OMS's word (v2).
  public var overwriteMode: String?
  /// The storage class at the destination, in OMS's word (v2).
  public var storageClass: String?
  /// How the copies are checked, in OMS's word (v2).
  public var consistencyCheck: String?
  /// `HIGH`, `MEDIUM` or `LOW` (v2).
  public var priority: String?
  /// The list file that names the objects, for the kinds `list` and `url_list`.
  public var listFile: ListFile?
  /// Tencent's number of the account that owns the source.
  public var appID: String?
  /// The domain that the source is read through instead of its own.
  public var sourceDomain: SourceDomain?

  /// Settings of which none was chosen.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case description, bandwidth, threads, priority
    case changedSince = "changed_since"
    case isEncrypted = "encrypted"
    case restoresArchived = "restores_archived"
    case movesMetadata = "moves_metadata"
    case recordsFailedObjects = "records_failed_objects"
    case requesterPays = "requester_pays"
    case overwriteMode = "overwrite_mode"
    case storageClass = "storage_class"
    case consistencyCheck = "consistency_check"
    case listFile = "list_file"
    case appID = "app_id"
    case sourceDomain = "source_domain"
  }
}

/// A file in a bucket at the destination's side that names the objects of a task.
public struct ListFile: Equatable, Hashable, Sendable, Codable {
  /// The bucket that has the file.
  public var bucket: String
  /// The key of the file.
  public var key: String
  /// How many list files there are, as OMS writes it: a number in a text; `nil` when it is not said.
  public var count: String?

  /// A list file.
  public init(bucket: String, key: String, count: String? = nil) {
    self.bucket = bucket
    self.key = key
    self.count = count
  }
}

/// A domain of a content delivery network through which the source is read.
public struct SourceDomain: Equatable, Hashable, Sendable, Codable {
  /// The domain.
  public var domain: String
  /// `http` or `https`.
  public var scheme: String
  /// How requests to the domain are authenticated, in OMS's word, such as `ALIYUN_OSS_A`.
  public var authentication: String

  /// Whether requests to it take a key.
  package var needsKey: Bool {
    !["", "NONE", "QINIU_PRIVATE_AUTHENTICATION", "KSYUN_PRIVATE_AUTHENTICATION"]
      .contains(authentication)
  }

  /// A domain.
  public init(domain: String, scheme: String, authentication: String) {
    self.domain = domain
    self.scheme = scheme
    self.authentication = authentication
  }
}
