package import FoundationEssentials

/// Something that happened to a task while nobody looked.
package struct PastEvent: Equatable, Sendable {
  /// When it was seen by another program; `nil` when two looks tell of it, and nothing more is known.
  package var at: Date?
  /// What happened.
  package var happening: TaskHappening
  /// The task.
  package var task: TaskTarget
  /// Whose doing it was, when it was stopped.
  package var by: Doer?

  /// An event.
  package init(at: Date?, _ happening: TaskHappening, _ task: TaskTarget, by: Doer? = nil) {
    self.at = at
    self.happening = happening
    self.task = task
    self.by = by
  }
}
