import Canvas
package import Migration

/// A question before something is changed.
///
/// Its targets are fixed when it opens. They are read, then a question is drawn, and only when it was
/// seen can it be answered. A start that needs keys asks for them first, and then, as a question of
/// its own that has to be seen as well, for a yes. It never goes backwards.
package struct Prompt: Equatable, Sendable {
  /// How far the prompt has come.
  package enum Stage: Equatable, Sendable {
    /// The targets are being read again.
    case reading
    /// The question is ready, but may not be on the screen yet.
    case unseen(Review, Question)
    /// The question was on the screen; from now on keys are answers.
    case open(Review, Question)
  }

  /// What a prompt wants to know.
  package enum Question: Equatable, Sendable {
    /// The keys of the buckets, one after the other.
    case keys(KeyForm)
    /// A yes, after which the action leaves with these keys of each task.
    case consent([TaskID: TransferKeys])
  }

  /// How its targets were chosen.
  package enum Choice: Equatable, Sendable {
    /// By the cursor, or because they are left over from another action.
    case pointed
    /// By their marks.
    case marked
    /// All that this filter lets through.
    case filter(String)
  }

  /// What was asked for.
  package let action: TaskAction
  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// How they were chosen.
  package let choice: Choice
  /// How many of them the table's filter hides.
  package let hiddenTargets: Int
  /// The number of the reading and of the report that its question was seen; each question has one
  /// of its own.
  package internal(set) var request: Int
  /// How far the prompt has come.
  package internal(set) var stage = Stage.reading
  /// The answer, as far as it was typed.
  var answer = AnswerLine()
  /// When it opened, from the opening of the dashboard.
  let openedAt: Duration
  /// When its targets were read.
  var readAt: Duration?

  /// What was typed as an answer.
  package var typed: String { answer.typed }

  /// How long it waits for an answer.
  static let patience = Duration.seconds(60)

  /// When it is closed, unless another key comes before.
  func endsAt(lastKeyAt: Duration?) -> Duration {
    max(openedAt, lastKeyAt ?? .zero) + Self.patience
  }

  /// Whether it can be answered.
  var isOpen: Bool { if case .open = stage { true } else { false } }

  /// What the targets turned out to be, once they were read.
  package var review: Review? {
    switch stage {
    case .reading: nil
    case .unseen(let review, _), .open(let review, _): review
    }
  }

  /// The keys as far as they were typed, while the prompt asks for them.
  package var form: KeyForm? {
    switch stage {
    case .unseen(_, .keys(let form)), .open(_, .keys(let form)): form
    case .reading, .unseen(_, .consent), .open(_, .consent): nil
    }
  }

  /// A prompt whose targets are being read.
  init(
    action: TaskAction, targets: [TaskTarget], choice: Choice, hiddenTargets: Int, request: Int,
    openedAt: Duration
  ) {
    self.action = action
    self.targets = targets
    self.choice = choice
    self.hiddenTargets = hiddenTargets
    self.request = request
    self.openedAt = openedAt
  }

  /// What there is to say yes to, or `nil` when there is nothing, or nothing yet.
  package func plan(in configuration: DashboardConfiguration) -> Plan<TaskAction>? {
    form == nil ? review?.plan(in: configuration) : nil
  }

  /// Whether `key` exchanges all objects for those that failed, or back.
  ///
  /// Tab does where the answer is a name, in which `f` may be a letter.
  func choosesObjects(_ key: Key, in configuration: DashboardConfiguration) -> Bool {
    guard let review, review.canLimitToFailed,
      let challenge = plan(in: configuration)?.challenge
    else { return false }
    if key == challenge.choiceKey { return true }
    return challenge.choiceKey != .tab && key.onLatinKeyboard == challenge.choiceKey
  }
}

extension Challenge {
  /// What has to be typed; `nil` when a key does.
  var typedAnswer: String? {
    switch self {
    case .yes: nil
    case .number(let number): String(number)
    case .profile(let name): name
    }
  }

  /// Whether `text` can still become what has to be typed.
  func canBecomeAnswer(_ text: String) -> Bool {
    typedAnswer?.halfWidth.hasPrefix(text.halfWidth) == true
  }

  /// The key that chooses which objects a start is about.
  var choiceKey: Key { if case .profile = self { .tab } else { .character("f") } }
}
