/// A task group of a service of v2: section 5 of its reference.
struct ServedGroup: Encodable, Advancing, Sendable {
  var id: String
  var status: Int
  var coming: [Int] = []
  var order: ServedOrder

  /// The number of a group that is no longer there, which no answer has.
  static let gone = -1

  /// A group that moves one bucket.
  init(_ id: String, _ description: String, status: Int = 2) {
    self.id = id
    self.status = status
    order = ServedOrder(from: "raw")
    order.taskType = "PREFIX"
    order.description = description
  }

  private enum CodingKeys: String, CodingKey {
    case groupId, status, migrateSpeed, startTime, totalTaskNum, createTaskNum, completeTaskNum
    case executingTaskNum, totalNum, createCompleteNum, successNum, failNum, skipNum
    case totalSize, createCompleteSize, completeSize
  }

  func encode(to encoder: any Encoder) throws {
    try order.encode(to: encoder)
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(id, forKey: .groupId)
    try members.encode(status, forKey: .status)
    try members.encode(status == 2 ? 1_048_576 : 0, forKey: .migrateSpeed)
    try members.encode(1_718_180_000_000, forKey: .startTime)
    try members.encode(4, forKey: .totalTaskNum)
    try members.encode(4, forKey: .createTaskNum)
    try members.encode(1, forKey: .completeTaskNum)
    try members.encode(3, forKey: .executingTaskNum)
    try members.encode(100, forKey: .totalNum)
    try members.encode(100, forKey: .createCompleteNum)
    try members.encode(40, forKey: .successNum)
    try members.encode(5, forKey: .failNum)
    try members.encode(5, forKey: .skipNum)
    try members.encode(1000, forKey: .totalSize)
    try members.encode(1000, forKey: .createCompleteSize)
    try members.encode(500, forKey: .completeSize)
  }
}
