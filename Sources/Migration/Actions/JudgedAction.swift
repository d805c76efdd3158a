/// An action that can be judged by the state of what it is aimed at.
package protocol JudgedAction: Equatable, Sendable {
  /// What it is aimed at.
  associatedtype Subject: ActionSubject

  /// The word for prompts, the journal and JSON.
  var verb: String { get }

  /// What a user should know before saying yes, as a sentence.
  var consequence: String { get }

  /// Why it is refused in `state`, or `nil` when it may be tried.
  func refusal(in state: Subject.State) -> Refusal?

  /// What is so already in `state`, so that nothing has to be sent; `nil` otherwise.
  func settled(in state: Subject.State) -> String?

  /// Whether something that is not there is what was asked for.
  var wantsAbsence: Bool { get }

  /// What is done in `state`, in order.
  ///
  /// - Parameters:
  ///   - state: The state, one in which the action is not refused.
  ///   - waits: Whether the effect is waited for.
  /// - Returns: The steps; none when nothing has to be sent.
  func steps(in state: Subject.State, waits: Bool) -> [ActionStep]
}

/// Something that actions are aimed at.
package protocol ActionSubject: Identifiable, Equatable, Sendable where ID: TargetID {
  /// Where it stands.
  associatedtype State: Equatable, Sendable

  /// Where it stands.
  var state: State { get }
  /// The word for its state.
  var stateWord: String { get }
  /// The name that people know it by.
  var targetName: String { get }
}

extension MigrationTask: ActionSubject {
  package var stateWord: String { state.word }
  package var targetName: String { name }
}

extension TaskGroup: ActionSubject {
  package var stateWord: String { state.word }
  package var targetName: String { settings.description }
}

extension ActionSubject {
  /// It, as a target.
  package var target: ActionTarget<ID> { ActionTarget(id: id, name: targetName) }
}
