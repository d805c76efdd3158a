import Foundation

/// A command as the program's own dump of its help describes it.
struct HelpedCommand: Decodable, Sendable {
  /// An argument, option or flag.
  struct Argument: Decodable, Sendable {
    struct Name: Decodable, Hashable, Sendable {
      var kind: String
      var name: String
    }

    var names: [Name]?
    var abstract: String?
    var valueName: String?

    /// The long names, as they are typed.
    var options: [String] {
      (names ?? []).filter { $0.kind == "long" }.map { "--\($0.name)" }
    }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var arguments: [Argument]?
  var subcommands: [HelpedCommand]?
  /// The words that lead to it, the program's name first.
  var path: [String] = []

  private enum CodingKeys: String, CodingKey {
    case commandName, abstract, discussion, shouldDisplay, arguments, subcommands
  }

  /// What is typed for it.
  var words: String { path.joined(separator: " ") }

  /// The example that its help ends with; `nil` when there is none.
  var example: String? {
    guard let line = discussion?.split(separator: "\n").last, line.hasPrefix(Self.mark) else {
      return nil
    }
    return String(line.dropFirst(Self.mark.count))
  }

  private static let mark = "Example: "

  /// Every command that people type, those above others too; the parser's own `help` is left out.
  ///
  /// - Parameters:
  ///   - home: Where the program is asked.
  ///   - environment: What to ask in, such as another language.
  /// - Returns: The commands, those above others first.
  /// - Throws: What keeps the dump from being read.
  static func all(
    in home: FerryHome, environment: [String: String] = [:]
  ) async throws -> [HelpedCommand] {
    struct Dump: Decodable { var command: HelpedCommand }
    let dump = try await home.ferry(["--experimental-dump-help"], environment: environment)
    return try dump.json(Dump.self).command.flattened(below: [])
  }

  private func flattened(below path: [String]) -> [HelpedCommand] {
    guard shouldDisplay, commandName != "help" else { return [] }
    var command = self
    command.path = path + [commandName]
    return [command] + (subcommands ?? []).flatMap { $0.flattened(below: command.path) }
  }
}
