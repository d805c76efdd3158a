import Canvas

/// Lines that were entered before, and the way through them from the one that is being typed.
///
/// Whoever goes through them has a copy, so that what was entered stays as it was; in the copy a line that
/// was changed on the way keeps its change.
struct LineHistory: Equatable, Sendable {
  /// The most lines that are kept.
  static let most = 100

  /// What comes before the line that is looked at, the newest last.
  private var earlier: [String] = []
  /// What comes behind it, the line that was being typed first.
  private var later: [String] = []

  /// Keeps a line that was entered, unless it says nothing or only what the one before says.
  mutating func add(_ line: String) {
    guard line != earlier.last, !line.allSatisfy(\.isWhitespace) else { return }
    earlier.append(line)
    earlier.removeFirst(max(0, earlier.count - Self.most))
  }

  /// The line that a key goes to from `line`, by the keys of a shell; `nil` for another key, and where there
  /// is no further line.
  mutating func step(by key: Key, from line: String) -> String? {
    switch key {
    case .up, .control("p"): Self.step(from: line, to: &earlier, leaving: &later)
    case .down, .control("n"): Self.step(from: line, to: &later, leaving: &earlier)
    default: nil
    }
  }

  private static func step(
    from line: String, to next: inout [String], leaving left: inout [String]
  ) -> String? {
    // Whoever goes on with what was entered last would otherwise see nothing happen.
    while next.last == line { next.removeLast() }
    guard let found = next.popLast() else { return nil }
    left.append(line)
    return found
  }
}
