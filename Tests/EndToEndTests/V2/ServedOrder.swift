/// What a task or a group was asked to do, in the words of v2: section 4 of its reference.
///
/// The keys of a request are read past, so that no answer can hold them.
struct ServedOrder: Codable, Sendable {
  struct Node: Codable, Sendable {
    var cloudType: String?
    var region: String?
    var bucket: String?
    var objectKey: [String]?
    var listFile: ListFile?
    var savePrefix: String?
  }

  struct ListFile: Codable, Sendable {
    var listFileKey: String
    var obsBucket: String
  }

  struct Window: Codable, Sendable {
    var start: String
    var end: String
    var maxBandwidth: Int64
  }

  var taskType: String?
  var srcNode: Node
  var dstNode: Node
  var description: String?
  var bandwidthPolicy: [Window]?
  /// Seconds in a request, milliseconds in an answer.
  var migrateSince: Int64?
  var enableRestore: Bool?
  var enableMetadataMigration: Bool?
  var objectOverwriteMode: String?
  var dstStoragePolicy: String?
  var consistencyCheck: String?
  var taskPriority: String?

  /// An order from one bucket to the bucket `archive`.
  init(from bucket: String) {
    srcNode = Node(cloudType: "AWS", region: "eu-1", bucket: bucket, objectKey: [""])
    dstNode = Node(region: "region-x", bucket: "archive", savePrefix: "")
  }
}

/// Something that moves on a step each time that it is looked at.
protocol Advancing {
  /// Its number for where it stands.
  var status: Int { get set }
  /// Where it stands at the next looks.
  var coming: [Int] { get set }
}

extension Advancing {
  /// Takes the next step.
  mutating func advance() {
    if !coming.isEmpty { status = coming.removeFirst() }
  }

  /// Goes to `status`, and on to `coming` from look to look.
  mutating func turn(_ status: Int, then coming: Int...) {
    self.status = status
    self.coming = coming
  }
}
