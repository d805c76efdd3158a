import Canvas
import Migration
import Words

/// One thing that can be asked for: from it come its keys, its line in the help, its place in the last
/// line of the screen and its name behind `:`.
struct CommandRow: Sendable {
  /// What it is called.
  let name: CommandName
  /// The keys that ask for it.
  let keys: [Key]
  /// The keys as the help names them.
  let label: String
  /// What it does.
  let command: Command
  /// What may stand behind its name.
  var argument = CommandArgument.none

  /// The first of the keys as the help names them.
  var keyName: String { String(label.prefix { $0 != " " }) }
}

/// What stands behind the name of a command.
enum CommandArgument: Sendable {
  /// Nothing.
  case none
  /// Whatever the command takes where it is carried out, which is elsewhere.
  case anything
  /// A filter for the tasks that something is done to, or nothing for those that a key is about.
  case targets
  /// A filter.
  case filter
  /// What to sort by.
  case order
  /// Seconds.
  case seconds
  /// The name of a profile.
  case profile
  /// The number of a page of the inspector.
  case page
  /// How to write tasks down, and the file.
  case file
}

/// All that can be asked for while the table has the keys.
enum CommandTable {
  /// The command that `key` asks for, or `nil` when it means nothing.
  static func command(for key: Key) -> Command? {
    commands[key] ?? key.onLatinKeyboard.flatMap { commands[$0] }
  }

  /// Keys that mean the same wherever they are pressed.
  static let everywhere: [Key: Command] = [
    .control("c"): .interrupt, .control("l"): .repaint, .control("z"): .suspend,
  ]

  /// The row with this name, or with the short one that everybody types.
  static func row(named name: String) -> CommandRow? {
    rows.first { $0.name.rawValue == name } ?? (name == "q" ? row(of: .quit) : nil)
  }

  /// The row of a name.
  static func row(of name: CommandName) -> CommandRow? { rows.first { $0.name == name } }

  /// All rows, in the order of the help.
  static let rows: [CommandRow] = moving + looking + choosing + acting + general

  /// What can be done to tasks, with the row of each.
  static let actions: [(action: TaskAction, row: CommandRow)] = rows.compactMap { row in
    if case .act(let action) = row.command { (action, row) } else { nil }
  }

  private static let commands: [Key: Command] = Dictionary(
    rows.flatMap { row in row.keys.map { ($0, row.command) } } + pages,
    uniquingKeysWith: { first, _ in first })

  /// The keys of the pages of the inspector, which share a row.
  private static let pages: [(Key, Command)] = InspectorPage.allCases.map { page in
    (.character(Character(String(page.rawValue))), .page(page))
  }

  private static let moving: [CommandRow] = [
    row(.down, "j ↓", ["j"], [.down], .move(.down)),
    row(.up, "k ↑", ["k"], [.up], .move(.up)),
    row(.first, "g Home", ["g"], [.home], .move(.first)),
    row(.last, "G End", ["G"], [.end], .move(.last)),
    row(.pageDown, "^F PgDn", [], [.control("f"), .pageDown], .move(.pageDown)),
    row(.pageUp, "^B PgUp", [], [.control("b"), .pageUp], .move(.pageUp)),
    row(.halfPageDown, "^D", [], [.control("d")], .move(.halfPageDown)),
    row(.halfPageUp, "^U", [], [.control("u")], .move(.halfPageUp)),
  ]

  private static let looking: [CommandRow] = [
    row(.detail, "Enter d l →", ["d", "l"], [.enter, .right], .openDetail),
    row(.back, "Esc h ←", ["h"], [.escape, .left, .backspace], .back),
    row(.focus, "Tab", [], [.tab], .focus),
    row(.page, "1…5", [], [], .typed(.page), .page),
    row(.fold, "F", ["F"], [], .fold),
    row(.events, "e", ["e"], [], .messages),
    row(.since, "E", ["E"], [], .past),
    row(.filter, "/", ["/"], [], .filter, .filter),
    row(.next, "n", ["n"], [], .nextMatch),
    row(.previous, "N", ["N"], [], .previousMatch),
    row(.sort, "o", ["o"], [], .sortMenu, .order),
    row(.sortLeft, "<", ["<"], [], .sortLeft),
    row(.sortRight, ">", [">"], [], .sortRight),
    row(.invert, "i", ["i"], [], .invertSort),
  ]

  private static let choosing: [CommandRow] = [
    row(.mark, "Space", [" "], [], .mark),
    row(.range, "v", ["v"], [], .markRange),
    row(.markAll, "*", ["*"], [], .markAllShown),
    row(.unmark, "u", ["u"], [], .clearMarks),
  ]

  private static let acting: [CommandRow] = [
    row(.stop, "s", ["s"], [], .act(.stop), .targets),
    row(.delete, "D Del", ["D"], [.delete], .act(.delete), .targets),
    row(.start, "R", ["R"], [], .act(.start(failedOnly: false)), .targets),
    row(.undo, "u", [], [], .undo),
    row(.actions, "a", ["a"], [], .actions),
    row(.create, "c", ["c"], [], .create),
    row(.bandwidth, "b", ["b"], [], .act(.limit([])), .targets),
    row(.keys, "K", ["K"], [], .elsewhere(.keys), .anything),
    row(.copyID, "y", ["y"], [], .copyID),
    row(.copyTask, "Y", ["Y"], [], .copyTask),
    row(.export, ":export", [], [], .typed(.export), .file),
  ]

  private static let general: [CommandRow] = [
    row(.commandLine, ":", [":"], [], .commandLine),
    row(.refresh, "r", ["r"], [], .refresh),
    row(.pause, "z", ["z"], [], .pause),
    row(.slower, "+", ["+", "="], [], .slower),
    row(.faster, "-", ["-"], [], .faster),
    row(.interval, ":interval", [], [], .typed(.interval), .seconds),
    row(.profile, "P", ["P"], [], .profiles, .profile),
    row(.help, "? F1", ["?"], [.function(1)], .help),
    row(.repaint, "^L", [], [.control("l")], .repaint),
    row(.suspend, "^Z", [], [.control("z")], .suspend),
    row(.quit, "q", ["q"], [], .quit),
    row(.interrupt, "^C", [], [.control("c")], .interrupt),
  ]

  private static func row(
    _ name: CommandName, _ label: String, _ letters: [Character], _ keys: [Key],
    _ command: Command, _ argument: CommandArgument = .none
  ) -> CommandRow {
    CommandRow(
      name: name, keys: letters.map(Key.character) + keys, label: label, command: command,
      argument: argument)
  }
}
