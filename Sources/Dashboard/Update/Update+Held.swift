import Migration
import Words

extension State {
  /// Asks, for what was held back long enough, whether there is anybody still.
  ///
  /// Over a line that was cut nobody could have taken it back. A question that is to be seen goes first.
  ///
  /// - Returns: The effects to carry out, in order.
  func askForHeld() -> [Effect] {
    let due = actions.first { action in action.held.map { now >= $0.until } ?? false }
    guard let due, !isQuestionUnseen else { return [] }
    return [.reportShown(request: due.request)]
  }

  /// Sends what was held back long enough, now that the terminal has answered; nothing while the service
  /// does not.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func sendHeld(_ request: Int) -> [Effect] {
    guard let action = actions.first(where: { $0.request == request }), let held = action.held,
      now >= held.until
    else { return [] }
    if link.problem != nil {
      takeBack()
      return []
    }
    actions.change(request) { $0.held = nil }
    return [.act(held.consent, request: request)]
  }

  /// Takes back what was not sent yet, and says so.
  ///
  /// - Returns: Whether there was anything.
  @discardableResult
  mutating func takeBack() -> Bool {
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
    tell(Notice(.info, owner + configuration.tongue.words(ScreenTalk.takenBack(count))))
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
