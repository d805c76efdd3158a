package import Canvas

/// Which key asks for what while the table has the keys.
package enum KeyMap {
  /// Keys that do the same, with their line in the help.
  package struct Binding: Sendable {
    /// The keys.
    package let keys: [Key]
    /// What they ask for.
    package let command: Command
    /// The keys as the help names them.
    package let label: String
    /// What they do, in a few words.
    package let words: String
  }

  /// The command that `key` asks for, or `nil` when it means nothing.
  package static func command(for key: Key) -> Command? {
    commands[key] ?? key.onLatinKeyboard.flatMap { commands[$0] }
  }

  private static let commands: [Key: Command] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
    uniquingKeysWith: { first, _ in first })

  /// All keys, in the order of the help.
  package static let bindings: [Binding] = moving + looking + choosing + acting + general

  private static let moving = [
    bind("j ↓", [.character("j"), .down], .move(.down), "next task"),
    bind("k ↑", [.character("k"), .up], .move(.up), "previous task"),
    bind("g Home", [.character("g"), .home], .move(.first), "first task"),
    bind("G End", [.character("G"), .end], .move(.last), "last task"),
    bind("^F PgDn", [.control("f"), .pageDown], .move(.pageDown), "a screen down"),
    bind("^B PgUp", [.control("b"), .pageUp], .move(.pageUp), "a screen up"),
    bind("^D", [.control("d")], .move(.halfPageDown), "half a screen down"),
    bind("^U", [.control("u")], .move(.halfPageUp), "half a screen up"),
  ]

  private static let looking = [
    bind(
      "Enter d l →", [.enter, .character("d"), .character("l"), .right], .openDetail,
      "the task in full; unfold a line"),
    bind(
      "Esc h ←", [.escape, .character("h"), .left, .backspace], .back,
      "back; then clear filter, marks"),
    bind("Tab", [.tab], .focus, "scroll the task in full, or move"),
    bind("F", [.character("F")], .fold, "fold or unfold a section"),
    bind("e", [.character("e")], .messages, "what was told so far"),
    bind("/", [.character("/")], .filter, "filter: words, state:failed"),
    bind("n", [.character("n")], .nextMatch, "next match of the last filter"),
    bind("N", [.character("N")], .previousMatch, "previous match"),
    bind("o", [.character("o")], .sortMenu, "sort by…"),
    bind("<", [.character("<")], .sortLeft, "sort by the column to the left"),
    bind(">", [.character(">")], .sortRight, "sort by the column to the right"),
    bind("i", [.character("i")], .invertSort, "invert the order"),
  ]

  private static let choosing = [
    bind("Space", [.character(" ")], .mark, "mark or unmark"),
    bind("v", [.character("v")], .markRange, "mark a range: begin, end"),
    bind("*", [.character("*")], .markAllShown, "mark all shown"),
    bind("u", [.character("u")], .clearMarks, "clear marks"),
  ]

  private static let acting = [
    bind("s", [.character("s")], .stop, "Stop… (asks first)"),
    bind("D Del", [.character("D"), .delete], .delete, "Delete… (asks first)"),
    bind("R", [.character("R")], .start, "Start… (asks for keys)"),
    bind("a", [.character("a")], .actions, "actions, and why not"),
    bind("y", [.character("y")], .copyID, "copy the id"),
    bind("Y", [.character("Y")], .copyTask, "copy the task as JSON"),
  ]

  private static let general = [
    bind("r", [.character("r")], .refresh, "refresh now"),
    bind("z", [.character("z")], .pause, "pause or resume updates"),
    bind("+", [.character("+"), .character("=")], .slower, "refresh less often"),
    bind("-", [.character("-")], .faster, "refresh more often"),
    bind("? F1", [.character("?"), .function(1)], .help, "this help"),
    bind("^L", [.control("l")], .repaint, "draw the screen anew"),
    bind("^Z", [.control("z")], .suspend, "suspend"),
    bind("q", [.character("q")], .quit, "back, then quit"),
    bind("^C", [.control("c")], .interrupt, "cancel, then quit"),
  ]

  private static func bind(
    _ label: String, _ keys: [Key], _ command: Command, _ words: String
  ) -> Binding {
    Binding(keys: keys, command: command, label: label, words: words)
  }
}
