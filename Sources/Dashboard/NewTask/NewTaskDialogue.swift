import Migration

/// The making of a new task: it is typed, its keys are found or asked for, and then it is agreed to.
///
/// As with every question that changes something, what was not seen cannot be answered. Whoever says no
/// is back at what he has typed.
package struct NewTaskDialogue: Equatable, Sendable {
  /// How far it has come.
  enum Stage: Equatable {
    /// It is being typed.
    case typing
    /// The keys of its stores are being looked for.
    case finding(NewTask)
    /// A question is ready, but may not be on the screen yet.
    case unseen(Question)
    /// The question was on the screen; from now on keys are answers.
    case open(Question)
    /// The question was closed, perhaps while somebody was typing what is not to be seen: nothing of it may
    /// get into a line that is.
    case closed
  }

  /// What is asked once it is typed.
  enum Question: Equatable {
    /// The keys of its stores, one after the other.
    case keys(NewTask, KeyForm)
    /// A yes to a task that has all its keys.
    case consent(NewTask)
  }

  /// What was typed.
  var form: NewTaskForm
  /// How far it has come.
  var stage = Stage.typing
  /// The number of the search for keys, or of the report that its question was seen; each has one of its
  /// own.
  var request: Int
  /// The answer, as far as it was typed.
  var answer = AnswerLine()
  /// When the question was put, from the opening of the dashboard.
  var askedAt = Duration.zero

  /// The question, seen or not.
  var question: Question? {
    switch stage {
    case .typing, .finding, .closed: nil
    case .unseen(let question), .open(let question): question
    }
  }

  /// When the question has waited long enough for an answer; `nil` while there is none.
  func endsAt(lastKeyAt: Duration?) -> Duration? {
    question.map { _ in max(askedAt, lastKeyAt ?? .zero) + Prompt.patience }
  }

  /// Whether there will be a question that nobody can have read yet.
  var isUnseen: Bool {
    switch stage {
    case .finding, .unseen: true
    case .typing, .open, .closed: false
    }
  }

  /// The keys as far as they were typed, while they are asked for.
  package var keyForm: KeyForm? {
    if case .keys(_, let form) = question { form } else { nil }
  }
}
