package import Migration

/// A line of the form for a new task.
package enum NewTaskField: CaseIterable, Hashable, Sendable {
  /// Where the objects come from, and where they go to.
  case from, to
  /// The user's words.
  case description
  /// How fast they may go, by the time of day.
  case limit
}

/// What the form for a new task says.
package enum NewTaskTalk: Equatable, Sendable {
  /// What it is for, as a title.
  case title
  /// How a line is written.
  case hint(NewTaskField)
  /// Nothing was typed in a line that is needed.
  case missing(NewTaskField)
  /// What the keys of the form do that are not told elsewhere.
  case copies
  /// That the keys of the stores are being looked for.
  case findingKeys
  /// What a new task does as soon as it is made.
  case consequence
  /// How to agree, and how to go back to what was typed.
  case agree, goBack
  /// What has to be typed to agree.
  case type(answer: String)
  /// That what was typed is still there.
  case kept
  /// That the creation was sent.
  case creating
  /// A task was made, with what there is to remark.
  case created(TaskTarget, ActionRemark?)
  /// No task was made, or nobody knows; what was typed may be kept.
  case failed(APIProblem, isKept: Bool)
  /// That the lines cannot say all that a task is.
  case notCopied(TaskID)
  /// What is taken over from a task beside the lines.
  case likeTask(TaskID, TaskKind)
  /// What the keys do once a question was closed.
  case closed
}

/// What a language needs for the form for a new task.
package protocol NewTaskTongue: Sendable {
  /// What a line is called.
  func words(_ field: NewTaskField) -> String
  /// What the form says.
  func words(_ talk: NewTaskTalk) -> String
}
