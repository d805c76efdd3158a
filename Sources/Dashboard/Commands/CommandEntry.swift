import Migration
import Words

/// A command while it is typed by its name.
package struct CommandEntry: Equatable, Sendable {
  /// What was typed so far.
  package var line = LineEditor()

  /// What the word at the end of the line can become, in the order of the help.
  var candidates: [String] {
    let words = line.text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else {
      return CommandTable.rows.map(\.name.rawValue).filter { $0.hasPrefix(line.text) }
    }
    guard words.count == 2, let name = words.first,
      case .order = CommandTable.row(named: String(name))?.argument
    else { return [] }
    return TaskOrder.Key.allCases.map(\.rawValue).filter { $0.hasPrefix(words[1]) }
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
