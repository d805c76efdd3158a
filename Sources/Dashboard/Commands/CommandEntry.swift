import FoundationEssentials
import Migration
import Words

/// A command while it is typed by its name.
package struct CommandEntry: Equatable, Sendable {
  /// What was typed so far.
  package var line = LineEditor()
  /// The names of the profiles that can be opened.
  let profiles: [String]
  /// The commands of before.
  var history: LineHistory

  /// Whether what the line asks for depends on which rows there are, and in which order.
  func dependsOnRows(now: Date?) -> Bool {
    (try? TypedCommand(line.text, now: now))?.dependsOnRows ?? false
  }

  /// What the name of a command, or of what to sort by, can become, in the order of the help.
  var candidates: [String] { completion { _ in [] }.words }

  /// What the word at the end of the line can become, and what stands before it.
  func completion(places: (Completion.Side) -> [String]) -> Completion {
    let blanks = String(line.text.prefix { $0 == " " })
    let text = line.text.dropFirst(blanks.count)
    guard let end = text.firstIndex(of: " ") else {
      let names = CommandTable.rows.map(\.name.rawValue).filter { $0.hasPrefix(text) }
      return Completion(names, behind: blanks)
    }
    let rest = text[end...].drop { $0 == " " }
    let head = String(line.text.dropLast(rest.count))
    func words(_ all: [String]) -> Completion {
      Completion(all.filter { $0.hasPrefix(rest) }, behind: head)
    }
    switch CommandTable.row(named: String(text[..<end]))?.argument {
    case .order: return words(TaskOrder.Key.allCases.map(\.rawValue))
    case .profile: return words(profiles)
    case .file: return words(ExportFormat.allCases.map(\.rawValue))
    case .filter, .targets:
      return Completion(ofFilter: String(rest), behind: head, places: places)
    case .page: return words(InspectorPage.allCases.map { String($0.rawValue) })
    case .some(.none), .anything, .seconds, nil: return Completion([], behind: line.text)
    }
  }
}
