/// Knows what has come before the user's eyes: a frame, once the terminal has answered what was asked
/// behind it.
///
/// One frame is under way at a time, so that on a slow line what is seen is never older than that.
/// Where a terminal never answers, a question counts as seen after a while.
struct Sighting {
  /// How long a question takes to be seen where the terminal never says so.
  static let patience = Duration.seconds(1)
  /// How long the first answer may take, after which the terminal counts as one that never answers.
  static let firstPatience = Duration.seconds(2)
  /// How long any other may take; one that is later is lost.
  static let longest = Duration.seconds(10)

  /// Whether the terminal has ever answered.
  private var answers = false
  /// When the terminal was asked, until it answers.
  private var askedAt: Duration?
  /// The question that the answer under way is about.
  private var asked: Int?
  /// The question that was sent since then.
  private var next: Int?
  /// Whether a frame was sent since then.
  private var isBehind = false

  /// Whether a frame that is sent `now` is the only one under way.
  func mayShow(at now: Duration) -> Bool {
    guard answers, let askedAt else { return true }
    return now - askedAt > Self.longest
  }

  /// When a frame may be sent at the latest: the answer under way is lost by then.
  var end: Duration { (askedAt ?? .zero) + Self.longest + .milliseconds(1) }

  /// A frame was sent, and shows this question for the first time if there is one.
  mutating func sent(_ question: Int?) {
    isBehind = true
    next = question ?? next
  }

  /// Asks the terminal, by `ask`, whether the latest frame has arrived, unless an answer is under way.
  mutating func ask(at now: Duration, by ask: () -> Bool) {
    let isUnderWay = askedAt.map { now - $0 <= Self.longest || !answers } ?? false
    guard isBehind, !isUnderWay, ask() else { return }
    askedAt = now
    // The frame shows the question of a lost answer still, if it is one any more.
    asked = next ?? asked
    next = nil
    isBehind = false
  }

  /// The question that was seen, now that the terminal has answered.
  mutating func arrived() -> Int? {
    answers = true
    defer { forget() }
    return asked
  }

  /// Whether `question`, for which there was no answer for long, counts as seen.
  func isSeen(withoutAnswer question: Int) -> Bool {
    !answers && (asked == question || next == question)
  }

  /// The answer under way is lost.
  mutating func forget() {
    askedAt = nil
    asked = nil
  }
}
