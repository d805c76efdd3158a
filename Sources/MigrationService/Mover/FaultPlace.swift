import Migration
import SystemPackage

/// The place that words of rclone are about, as sentences call it.
struct FaultPlace: Equatable, Sendable {
  /// Which side of a task it is; `nil` when the words do not tell, or where there are no sides.
  let side: TransferFault.Side?
  /// What it is called within a sentence.
  let name: String
  /// What has objects there, as the beginning of a sentence.
  let bucket: String

  /// A side of a task, or one of both when nobody knows which.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - directory: The directory that it is; `nil` for a bucket.
  init(_ side: TransferFault.Side?, directory: String? = nil) {
    self.side = side
    name = side.map { "the \($0.rawValue)" } ?? "one side"
    bucket = directory.map(Self.phrase) ?? "The bucket at \(name)"
  }

  /// A place that a command is about alone, and that is no side of anything.
  init(_ location: CheckedLocation) {
    side = nil
    let directory = location.directory
    name = "“\(ObjectName.spell(directory ?? location.storage.shortName))”"
    bucket = directory.map(Self.phrase) ?? "The bucket “\(ObjectName.spell(location.bucket))”"
  }

  private init(name: String, bucket: String) {
    (side, self.name, self.bucket) = (nil, name, bucket)
  }

  /// An account, whose buckets are asked for.
  static let account = FaultPlace(name: "the account", bucket: "The account")

  private static func phrase(_ directory: String) -> String {
    "The directory “\(ObjectName.spell(directory))”"
  }
}

/// What a command is about, whose words say no more than that something is wrong.
enum FaultScene: Sendable {
  /// Both sides of a task, which the words may name.
  case sides(SidePaths?)
  /// One place alone.
  case place(FaultPlace)

  /// The place that a message is about.
  func place(of message: String) -> FaultPlace {
    switch self {
    case .place(let place): return place
    case .sides(let paths):
      let side = TransferFault.Side(of: message, between: paths)
      return FaultPlace(side, directory: side.flatMap { paths?.directories[$0] })
    }
  }
}

extension CheckedLocation {
  /// The directory that it is, with its folder; `nil` for a bucket.
  var directory: String? {
    guard storage.provider == "Local" else { return nil }
    return folder.isEmpty ? storage.bucket : FilePath(storage.bucket).appending(folder).string
  }
}
