package import Migration

/// Tasks that one line can stand for.
package enum Fold: Hashable, Sendable {
  /// All of a section.
  case section(Attention)
  /// Those that have failed for the same cause.
  case cause(TaskFailure.Cause)

  /// The most of them that are shown one by one, as long as nobody has chosen.
  private var most: Int {
    switch self {
    case .section(.succeeded): 3
    case .section: .max
    case .cause: Self.fewFailures
    }
  }

  /// So many failures of the same cause are shown one by one whatever was chosen.
  static let fewFailures = 2

  /// Whether one line stands for `count` tasks unless somebody chooses; whoever filters wants to see
  /// what is found.
  func isFolded(_ count: Int, isFiltered: Bool) -> Bool { !isFiltered && count > most }
}

/// What the cursor can stand on.
package enum Spot: Hashable, Sendable {
  /// A task.
  case task(TaskID)
  /// A line that stands for several.
  case fold(Fold)
}
