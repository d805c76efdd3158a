import Migration

/// What a key is aimed at while the table has the keys.
struct Aim: Equatable {
  private let spot: Spot?
  // What else there is a choice of the user.
  private let generation: Int
  private let order: TaskOrder
  private let filter: String

  /// What a key would be aimed at now.
  init(of state: State) {
    spot = state.list.spot
    generation = state.session.generation
    order = state.list.table.shown.order
    filter = state.list.table.shown.filter.text
  }

  /// Whether the cursor is on another row here than it was in `other`, by no choice of the user.
  func isAnotherRow(than other: Aim) -> Bool {
    spot != other.spot && other.spot != nil
      && (generation, order, filter) == (other.generation, other.order, other.filter)
  }
}

extension State {
  /// How long somebody takes to see that the cursor is on another row, and to keep a key back that was
  /// meant for the one before.
  private static let reaction = Duration.milliseconds(500)

  /// Notes when the row under the cursor has become another one.
  ///
  /// - Parameters:
  ///   - aim: What a key was aimed at before.
  ///   - instant: When that changed, as far as it is known better than by the clock.
  mutating func noteRowChange(from aim: Aim, at instant: Duration = .zero) {
    guard Aim(of: self).isAnotherRow(than: aim) else { return }
    session.rowChangedAt = max(now, instant)
  }

  /// Whether a command that takes the row under the cursor comes so soon after that became another one
  /// that it may be meant for the row of before.
  func mayMiss(_ command: Command) -> Bool {
    guard let changedAt = session.rowChangedAt, now - changedAt < Self.reaction else {
      return false
    }
    switch command {
    case .act, .actions: return list.marks.isEmpty && list.anchor == nil
    case .mark, .markRange, .copyID, .copyTask: return true
    default: return false
    }
  }
}

extension Event {
  /// When it came, where it alone says so.
  var instant: Duration {
    if case .actionEnded(_, let instant, _) = self { instant } else { .zero }
  }

  /// Whether what changes by it is the user's doing, or is noted where it changes.
  var isOfUser: Bool {
    switch self {
    case .key, .arranged: true
    default: false
    }
  }
}
