package import MigrationAPI

/// A question before something is changed.
///
/// Its targets are fixed when it opens. It passes through three stages, never backwards: the targets are read, the question is drawn,
/// and only then, when it was seen, can it be answered with yes.
package struct Prompt: Equatable, Sendable {
  /// How far the prompt has come.
  package enum Stage: Equatable, Sendable {
    /// The targets are being read again.
    case reading
    /// The question is ready, but may not be on the screen yet.
    case unseen(Review)
    /// The question was on the screen; from now on keys are answers.
    case open(Review)
  }

  /// What was asked for.
  package let action: TaskAction
  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// How many of them the filter hides.
  package let hiddenTargets: Int
  /// The number of the reading and of the report that the prompt was seen.
  package let request: Int
  /// How far the prompt has come.
  package internal(set) var stage = Stage.reading
  /// What was typed as an answer.
  package internal(set) var typed = ""

  /// What the targets turned out to be, once they were read.
  package var review: Review? {
    switch stage {
    case .reading: nil
    case .unseen(let review), .open(let review): review
    }
  }

  /// A prompt whose targets are being read.
  init(action: TaskAction, targets: [TaskTarget], hiddenTargets: Int, request: Int) {
    self.action = action
    self.targets = targets
    self.hiddenTargets = hiddenTargets
    self.request = request
  }

  /// What the user has to do to say yes, or `nil` when there is nothing to say yes to.
  func confirmation(in configuration: DashboardConfiguration) -> Confirmation? {
    guard let review, !review.ready.isEmpty, !configuration.isReadOnly else { return nil }
    if targets.count == 1, !configuration.isProtected { return .yes }
    return .typed(count: review.ready.count, profile: configuration.profile)
  }
}

/// What a user has to do to say yes.
enum Confirmation: Equatable {
  /// Press `y`.
  case yes
  /// Type the number of tasks or the profile's name, then press Enter.
  case typed(count: Int, profile: String)

  /// Whether `text` is the answer.
  func accepts(_ text: String) -> Bool { answers.contains(text) }

  /// Whether `text` can still become the answer.
  func canBecomeAnswer(_ text: String) -> Bool { answers.contains { $0.hasPrefix(text) } }

  private var answers: [String] {
    switch self {
    case .yes: []
    case .typed(let count, let profile):
      [String(count), profile].filter { !$0.isEmpty }
    }
  }
}
