/// Knows when a question has come before the user's eyes: once the terminal has answered what was
/// asked behind the frame, or after a while where a terminal never answers.
struct Sighting {
  /// How long a frame takes to be seen where the terminal never says so.
  static let patience = Duration.seconds(1)
  /// How long the first answer may take, after which the terminal counts as one that never answers.
  static let firstPatience = Duration.seconds(2)

  /// Whether the terminal has ever answered.
  private var answers = false
  /// The question that the answer under way is about.
  private var asked: Int?
  /// The question that was sent since then.
  private var next: Int?

  /// A frame with this question was sent.
  mutating func sent(_ question: Int) { next = question }

  /// Asks the terminal about the latest question, by `ask`, unless an answer is under way.
  mutating func ask(by ask: () -> Bool) {
    guard asked == nil, let question = next, ask() else { return }
    asked = question
    next = nil
  }

  /// The question that was seen, now that the terminal has answered.
  mutating func arrived() -> Int? {
    answers = true
    defer { asked = nil }
    return asked
  }

  /// Whether `question`, for which there was no answer for long, counts as seen.
  func isSeen(withoutAnswer question: Int) -> Bool {
    !answers && (asked == question || next == question)
  }

  /// The answer under way is lost.
  mutating func forget() { asked = nil }
}
