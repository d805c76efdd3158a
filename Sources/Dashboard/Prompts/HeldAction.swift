import Migration

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

  /// When fewer seconds are left than at `now`; of one that is due, when it is looked at again.
  func changesAt(now: Duration) -> Duration {
    let left = seconds(at: now)
    return left > 0
      ? until - .seconds(left - 1) : until + .seconds((now - until).components.seconds + 1)
  }
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
