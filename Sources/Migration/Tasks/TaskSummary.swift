package import FoundationEssentials

/// A task as `--output json` and the clipboard have it; the members are part of the contract.
package struct TaskSummary: Encodable, Sendable {
  private let task: MigrationTask
  private let advice: String?
  private let endedAt: Date?

  /// The summary of `task`.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - advice: What its failure means and what to do, in words; `nil` when nobody knows.
  ///   - endedAt: When it was seen to end; `nil` when it has not, or nobody saw it.
  package init(_ task: MigrationTask, advice: String? = nil, endedAt: Date? = nil) {
    self.task = task
    self.advice = advice
    self.endedAt = endedAt
  }

  /// The summary as one JSON object.
  package var json: String {
    // A value of numbers and texts always has a JSON form.
    (try? JSONText.of(self)) ?? "{}"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SummaryKey.self)
    try container.encodeShared(of: task, advice: advice)
    try container.encode(task.id.rawValue, forKey: .id)
    try container.encode(task.name, forKey: .name)
    try container.encode(task.state.word, forKey: .state)
    try container.encode(task.state.code, forKey: .stateCode)
    try container.encode(task.groupID?.rawValue, forKey: .groupID)
    try container.encode(task.isScanned, forKey: .isScanned)
    try container.encode(task.timeLeft.map { $0.components.seconds }, forKey: .secondsLeft)
    try container.encode(endedAt.map { $0.formatted(.iso8601) }, forKey: .endedAt)
  }
}

/// JSON as Ferry prints it.
package enum JSONText {
  /// `value` as JSON, members sorted by name so that two outputs can be compared.
  ///
  /// - Throws: `EncodingError` for values without a JSON form.
  package static func of(_ value: some Encodable) throws -> String {
    try text(of: value, .prettyPrinted)
  }

  /// `value` as JSON in one line, for readers who take one line after the other.
  ///
  /// - Throws: `EncodingError` for values without a JSON form.
  package static func line(of value: some Encodable) throws -> String { try text(of: value, []) }

  private static func text(
    of value: some Encodable, _ more: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = more.union([.sortedKeys, .withoutEscapingSlashes])
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
