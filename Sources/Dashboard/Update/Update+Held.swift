import Canvas
import Migration
import Words

extension State {
  /// How long what is due may wait for an answer of the terminal: whoever comes back to it later has
  /// forgotten it.
  private static let longest = Duration.seconds(10)

  /// Asks, for what was held back long enough, whether there is anybody still.
  ///
  /// Over a line that was cut nobody could have taken it back, and nobody can who does not see that it
  /// counts. A question that is to be seen goes first.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func askForHeld() -> [Effect] {
    let due = actions.first { action in action.held.map { now >= $0.until } ?? false }
    guard let due, let held = due.held else { return [] }
    if now >= held.until + Self.longest {
      takeBack(.late)
      return []
    }
    return showsHeld && !isQuestionUnseen ? [.reportShown(request: due.request)] : []
  }

  /// Sends what was held back long enough, now that the terminal has answered; nothing while the service
  /// does not.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func sendHeld(_ request: Int) -> [Effect] {
    guard let action = actions.first(where: { $0.request == request }), let held = action.held,
      now >= held.until, showsHeld
    else { return [] }
    if link.problem != nil {
      takeBack(.unreachable)
      return []
    }
    actions.change(request) { $0.held = nil }
    return [.act(held.consent, request: request)]
  }

  /// Whether the screen says that something is held back.
  private var showsHeld: Bool { layer?.takesFooter != true && !size.isTiny }

  /// Whether a key is to take back what is held.
  func wantsBack(_ key: Key) -> Bool {
    layer?.takesText != true && actions.contains { $0.held != nil }
      && [.clearMarks, .undo].contains(CommandTable.command(for: key))
  }

  /// Takes back what is held when a key is for that.
  ///
  /// - Returns: Whether it was.
  mutating func takesBack(_ key: Key) -> Bool { wantsBack(key) && takeBack() }

  /// Takes back what was not sent yet, and says so.
  ///
  /// - Parameter end: Why, when nobody asked for it.
  /// - Returns: Whether there was anything.
  @discardableResult
  mutating func takeBack(_ end: PromptEnd? = nil) -> Bool {
    let held = actions.filter { $0.held != nil }
    guard !held.isEmpty else { return false }
    for action in held {
      actions.change(action.request) { action in
        action.held = nil
        for target in action.targets {
          action.results[target.id] = ActionResult(
            id: target.id, name: target.name, outcome: .skipped)
        }
      }
    }
    let count = held.reduce(0) { $0 + $1.targets.count }
    let words = end.map(configuration.tongue.words)
    tell(Notice(.info, owner + (words ?? configuration.tongue.words(.takenBack(count)))))
    forgetFinishedActions()
    return true
  }

  /// How long an action is held back still, as a user is told it; `nil` when it is not.
  func heldText(of action: RunningAction) -> String? {
    action.held.map { held in
      configuration.tongue.words(.held(action.targets.count, seconds: held.seconds(at: now)))
    }
  }
}

extension [RunningAction] {
  /// Changes the one with this number.
  fileprivate mutating func change(_ request: Int, _ body: (inout RunningAction) -> Void) {
    guard let index = firstIndex(where: { $0.request == request }) else { return }
    body(&self[index])
  }
}
