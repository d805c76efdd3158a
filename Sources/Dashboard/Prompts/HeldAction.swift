import Migration
import Words

/// A deletion of several tasks that was agreed to and is held back for a moment: until it is sent it can
/// be taken back, and after that nobody can undo it.
struct HeldAction: Equatable, Sendable {
  /// How long it is held back.
  static let grace = Duration.seconds(5)

  /// What was agreed to.
  let consent: Consent<TaskAction>
  /// When it is sent, from the opening of the dashboard.
  let until: Duration

  /// The seconds that are left at `now`, rounded up.
  func seconds(at now: Duration) -> Int {
    let left = max(.zero, until - now).components
    return Int(left.seconds) + (left.attoseconds > 0 ? 1 : 0)
  }

  /// When fewer seconds are left than at `now`.
  func changesAt(now: Duration) -> Duration { until - .seconds(max(0, seconds(at: now) - 1)) }
}

extension RunningAction {
  /// Whether it cannot be undone and is about several tasks.
  var wantsGrace: Bool {
    switch action {
    case .delete, .stopThenDelete: targets.count > 1
    case .stop, .start, .limit: false
    }
  }
}

extension State {
  /// Sends what was held back long enough; nothing while the service does not answer.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func sendHeld() -> [Effect] {
    let now = now
    let due = actions.filter { action in action.held.map { now >= $0.until } ?? false }
    guard !due.isEmpty else { return [] }
    if link.problem != nil {
      takeBack()
      return []
    }
    return due.compactMap { action in
      guard let held = action.held else { return nil }
      actions.change(action.request) { $0.held = nil }
      return .act(held.consent, request: action.request)
    }
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
