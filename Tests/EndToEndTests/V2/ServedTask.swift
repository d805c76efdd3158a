/// A task of a service of v2.
struct ServedTask: Encodable, Advancing, Sendable {
  struct Failure: Encodable, Sendable {
    var errorCode: String
    var errorMsg: String
  }

  var id: Int64
  var name: String
  var status: Int
  var coming: [Int] = []
  var order: ServedOrder
  var groupId = ""
  var errorReason: Failure?
  /// How many deletions are still refused after a stop, as if the task ran.
  var lateRefusals = 0

  /// A task that moves the bucket that its name begins with.
  init(_ id: Int64, _ name: String, status: Int = 2, coming: [Int] = [], group: String = "") {
    self.id = id
    self.name = name
    self.status = status
    self.coming = coming
    order = ServedOrder(from: name)
    groupId = group
    if status == 4 {
      errorReason = Failure(errorCode: "OMS.0152", errorMsg: "The bucket cannot be read.")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, status, groupId, errorReason, progress, migrateSpeed, isQueryOver
    case completeSize, totalSize, successfulNum, failedNum, skippedNum, totalNum
    case startTime, leftTime, totalTime
  }

  func encode(to encoder: any Encoder) throws {
    try order.encode(to: encoder)
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(id, forKey: .id)
    try members.encode(name, forKey: .name)
    try members.encode(status, forKey: .status)
    try members.encode(groupId, forKey: .groupId)
    try members.encode(errorReason, forKey: .errorReason)
    try members.encode(0.5, forKey: .progress)
    try members.encode(status == 2 ? 1_048_576 : 0, forKey: .migrateSpeed)
    try members.encode(true, forKey: .isQueryOver)
    try members.encode(500, forKey: .completeSize)
    try members.encode(1000, forKey: .totalSize)
    try members.encode(6, forKey: .successfulNum)
    try members.encode(status == 4 ? 1 : 0, forKey: .failedNum)
    try members.encode(2, forKey: .skippedNum)
    try members.encode(10, forKey: .totalNum)
    try members.encode(1_718_096_400_000, forKey: .startTime)
    try members.encode(status == 2 ? 61_000 : 0, forKey: .leftTime)
    try members.encode(4000, forKey: .totalTime)
  }
}
