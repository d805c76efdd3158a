/// A task group as `--output json` has it; what it shares with a task has the same names.
package struct TaskGroupSummary: Encodable, Sendable {
  private let group: TaskGroup
  private let advice: String?

  /// The summary of `group`.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - advice: What its failure means and what to do, in words; `nil` when nobody knows.
  package init(_ group: TaskGroup, advice: String? = nil) {
    self.group = group
    self.advice = advice
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SummaryKey.self)
    try container.encodeShared(of: group, advice: advice)
    try container.encode(group.id.rawValue, forKey: .id)
    try container.encode(group.state.word, forKey: .state)
    try container.encode(group.state.code, forKey: .stateCode)
    try container.encode(group.tasks.total, forKey: .totalTasks)
    try container.encode(group.tasks.created, forKey: .createdTasks)
    try container.encode(group.tasks.waiting, forKey: .waitingTasks)
    try container.encode(group.tasks.running, forKey: .runningTasks)
    try container.encode(group.tasks.stopped, forKey: .stoppedTasks)
    try container.encode(group.tasks.failed, forKey: .failedTasks)
    try container.encode(group.tasks.succeeded, forKey: .succeededTasks)
  }
}
