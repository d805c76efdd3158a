package import FoundationEssentials

/// What was seen of a task or group when somebody agreed to an action on it.
///
/// It names the *run* as well as the state: a task that was stopped and started again since is
/// running, as it was, and yet it is not what was agreed about.
package struct Seen<Subject: ActionSubject>: Hashable, Sendable {
  /// Which one.
  package let id: Subject.ID
  /// Its name.
  package let name: String
  /// Where it stood.
  package let state: Subject.State
  /// When the run began that it was in; `nil` when nobody said.
  package let startedAt: Date?

  /// What there is to be seen of `subject`.
  package init(_ subject: Subject) {
    id = subject.id
    name = subject.targetName
    state = subject.state
    startedAt = subject.startedAt
  }

  /// It, as a target.
  package var target: ActionTarget<Subject.ID> { ActionTarget(id: id, name: name) }

  /// Whether `now` is in the run that was seen, as far as anybody can tell.
  package func isSameRun(as now: Subject) -> Bool {
    guard let begin = now.startedAt else { return true }
    // What moved already was only told late when it had begun; what did not has begun since.
    guard let startedAt else { return state.isMoving }
    return startedAt == begin
  }

  /// Why an action that was agreed to must leave `now` alone, or `nil` when it is what was seen.
  package func change(to now: Subject) -> APIProblem? {
    guard isSameRun(as: now) else { return .startedAnew(was: state.word, now: now.state.word) }
    return state == now.state ? nil : .changed(from: state.word, to: now.state.word)
  }
}
