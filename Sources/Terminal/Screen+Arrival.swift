import Glibc

extension Screen {
  /// How long an answer may be on its way; one that has not come by then never comes.
  private static let patience = Duration.seconds(2)
  /// How long one is waited for before another is asked.
  private static let longest = Duration.seconds(10)
  /// How long leaving waits for it, so that the shell does not get it.
  private static let farewell = Duration.milliseconds(500)

  /// Asks the terminal to answer, with ``TerminalEvent/arrived``, once it has got all that was sent.
  ///
  /// One question is under way at a time, so that an answer cannot be taken for another's; after a
  /// while one counts as lost.
  ///
  /// - Returns: Whether it was asked: not one that would not understand, nor while a question is
  ///   under way.
  package func askForArrival() -> Bool {
    let isUnderWay = askedAt.map { ContinuousClock.now - $0 < Self.longest } ?? false
    guard mode == .active, isStandard, !isUnderWay else { return false }
    askedAt = .now
    askForHolding()
    send("\u{1B}[5n")
    return true
  }

  /// Takes in the answer; `false` for one that nobody has asked for.
  func hasArrived() -> Bool {
    defer { askedAt = nil }
    // What the terminal says comes in the order of the questions.
    if holding == .asked { holding = .unavailable }
    return askedAt != nil
  }

  /// Waits for an answer that is under way, and drops what else comes before it.
  func awaitArrival() {
    guard let asked = askedAt, ContinuousClock.now - asked < Self.patience else { return }
    askedAt = nil
    let end = ContinuousClock.now + Self.farewell
    while ContinuousClock.now < end {
      let left = Int32((end - .now) / .milliseconds(1))
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, max(0, left)) == 1, let inputs = keyboard.read(),
        !inputs.contains(.statusReport)
      else { return }
    }
  }
}
