import FoundationEssentials
import Migration
import Words

/// A command while it is typed by its name.
package struct CommandEntry: Equatable, Sendable {
  /// What was typed so far.
  package var line = LineEditor()
  /// The names of the profiles that can be opened.
  let profiles: [String]

  /// Whether what the line asks for depends on which rows there are, and in which order.
  func dependsOnRows(now: Date?) -> Bool {
    (try? TypedCommand(line.text, now: now))?.dependsOnRows ?? false
  }

  /// What the word at the end of the line can become, in the order of the help.
  var candidates: [String] {
    let text = line.text.drop { $0 == " " }
    guard let end = text.firstIndex(of: " ") else {
      return CommandTable.rows.map(\.name.rawValue).filter { $0.hasPrefix(text) }
    }
    let rest = text[end...].drop { $0 == " " }
    return words(behind: text[..<end]).filter { $0.hasPrefix(rest) }
  }

  /// What can stand behind the name of a command, as far as it is known beforehand.
  private func words(behind name: Substring) -> [String] {
    switch CommandTable.row(named: String(name))?.argument {
    case .order: TaskOrder.Key.allCases.map(\.rawValue)
    case .profile: profiles
    case .file: ExportFormat.allCases.map(\.rawValue)
    case .some(.none), .anything, .targets, .filter, .seconds, nil: []
    }
  }

  /// Completes the word at the end of the line as far as all that it can become agree; to the whole of
  /// it, with a blank behind, where that is one.
  mutating func complete() {
    let candidates = candidates
    guard line.after.isEmpty, let first = candidates.first else { return }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let head = line.text.lastIndex(of: " ").map { line.text[...$0] } ?? ""
    line = LineEditor(head + common + (candidates.count == 1 ? " " : ""))
  }
}

extension String {
  /// The characters that both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
