package import FoundationEssentials
package import Migration

/// Something that was done to a task from here, or seen to happen to it.
package struct TaskEvent: Equatable, Sendable {
  /// What it was.
  package enum Content: Equatable, Sendable {
    /// An action by its word in the journal, how it ended as far as anybody saw that, and what there is to
    /// say about it.
    case done(String, ActionOutcome?, remark: String?)
    /// What happened, whose doing that was, and why.
    case seen(TaskHappening, by: Doer?, reason: String?)
  }

  /// When it was begun or seen.
  package var at: Date
  /// What it was.
  package var content: Content

  /// An event.
  package init(at: Date, _ content: Content) {
    self.at = at
    self.content = content
  }
}
