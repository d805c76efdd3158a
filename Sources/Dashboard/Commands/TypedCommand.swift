import FoundationEssentials
import Migration
import Words

/// What a line behind `:` asks for.
enum TypedCommand: Equatable {
  /// What a key asks for.
  case plain(Command)
  /// To do something to all tasks that a filter lets through, whatever is marked or shown.
  case act(TaskAction, RowFilter)
  /// To show only what a filter lets through.
  case filter(String)
  /// To sort the table.
  case sort(TaskOrder.Key)
  /// To ask for the tasks every so often.
  case interval(Duration)
  /// To open another profile.
  case profile(String)
  /// To write the tasks that are shown to a file.
  case export(ExportFormat, to: String)

  /// The longest pause between two refreshes, in seconds.
  private static let longestInterval = 3600

  /// Reads a line, of which words are parted by blanks.
  ///
  /// - Parameters:
  ///   - line: The line, without `:`.
  ///   - now: The date that ages in a filter count from.
  /// - Throws: `CommandLineFault` when it is no command.
  init(_ line: String, now: Date?) throws(CommandLineFault) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first, let row = CommandTable.row(named: name) else {
      throw .unknown(words.first ?? "")
    }
    let rest = words.count > 1 ? words[1].trimmed : ""
    if rest.isEmpty, row.argument.isOptional {
      self = .plain(row.command)
      return
    }
    switch row.argument {
    case .none: throw .takesNothing(row.name)
    case .anything: self = .plain(row.command)
    case .targets:
      guard case .act(let action) = row.command else { throw .takesNothing(row.name) }
      self = .act(action, try Self.filter(rest, of: row.name, now))
    case .filter: self = .filter(try Self.filter(rest, of: row.name, now).text)
    case .order:
      guard let key = TaskOrder.Key(rawValue: rest) else { throw .wants(row.name, nil) }
      self = .sort(key)
    case .seconds:
      guard let seconds = Int(rest), (1...Self.longestInterval).contains(seconds) else {
        throw .wants(row.name, nil)
      }
      self = .interval(.seconds(seconds))
    case .profile: self = .profile(rest)
    case .page:
      guard let page = Int(rest).flatMap(InspectorPage.init) else { throw .wants(row.name, nil) }
      self = .plain(.page(page))
    case .file:
      let words = rest.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let format = ExportFormat(rawValue: String(words[0])) else {
        throw .wants(row.name, nil)
      }
      self = .export(format, to: String(words[1]).trimmed)
    }
  }

  /// Whether it depends on which rows there are, and in which order.
  var dependsOnRows: Bool {
    switch self {
    case .plain(let command): command.dependsOnRows
    case .export: true
    case .act, .filter, .sort, .interval, .profile: false
    }
  }

  private static func filter(
    _ text: String, of name: CommandName, _ now: Date?
  ) throws(CommandLineFault) -> RowFilter {
    let filter = RowFilter(text, now: now)
    if let problem = filter.problem { throw .wants(name, problem) }
    return filter
  }
}

extension CommandArgument {
  /// Whether the name alone says enough.
  fileprivate var isOptional: Bool {
    switch self {
    case .none, .anything, .targets, .filter, .order, .profile: true
    case .seconds, .file, .page: false
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
