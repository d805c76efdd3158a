package import Canvas

/// What a terminal shows at one moment.
package struct TerminalScreen: Equatable, Sendable {
  /// The lines from the top, without trailing blanks.
  package var lines: [String]
  /// Whether the alternate screen is on, as full-screen programs have it.
  package var isAlternate: Bool
  /// Whether the cursor is shown.
  package var isCursorVisible: Bool
  /// Where the cursor is, from 0.
  package var cursor: Frame.Position
  /// Whether mouse events go to the program.
  package var takesMouse: Bool
  /// Whether no program has the terminal open any more.
  package var isClosed: Bool
  /// How the program ended, or `nil` while it runs.
  package var end: ProgramEnd?

  /// The lines as one text.
  package var text: String { lines.joined(separator: "\n") }

  /// Whether any line contains `text`.
  package func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
}

/// How a program ended.
package enum ProgramEnd: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int)
  /// By this signal.
  case signalled(Int)
}
