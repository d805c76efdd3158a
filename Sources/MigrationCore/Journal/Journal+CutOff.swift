package import FoundationEssentials
import Glibc
package import Migration
import PrivateFiles

extension Journal {
  /// How long afterwards anybody wants to be told.
  private static let memory = TimeInterval(7 * 86_400)
  /// More are not told at once.
  private static let most = 1000

  /// The actions that were under way when Ferry was ended, and those of which nobody knows whether
  /// they were done; each is handed out once.
  ///
  /// - Parameters:
  ///   - profile: The name of the profile.
  ///   - now: The date.
  /// - Returns: The actions, oldest first.
  /// - Throws: `Errno` when the journal cannot be read.
  package func takeCutOff(on profile: String, now: Date = Date()) throws -> [CutOffAction] {
    let since = now.addingTimeInterval(-Self.memory)
    let actions = try latest(Self.most, since: since) { action in
      action.begin.profile == profile && action.isCutOff
    }
    let lines = actions.compactMap { try? RecordText.line(of: $0.toldEnd) }
    // What cannot be written down is told twice, which is better than never.
    if !lines.isEmpty { _ = try? file.append(Data(lines.joined(separator: [0x0A]))) }
    return actions.map { action in
      let id = action.begin.group ?? action.task.map(String.init) ?? ""
      return CutOffAction(verb: action.begin.action, id: id, name: action.begin.name ?? "")
    }
  }
}

extension JournalledAction {
  fileprivate var isCutOff: Bool {
    // Whoever gave it up in this process was told there.
    guard begin.process != getpid() else { return false }
    guard let end else { return !begin.isUnderWay }
    return end.doubt == true && end.told != true
  }

  /// The end once more, with the note that a user was told.
  fileprivate var toldEnd: JournalRecord {
    var record = end ?? begin
    record.at = Date()
    record.definition = nil
    record.process = nil
    record.outcome = record.outcome ?? "not known"
    record.doubt = true
    record.told = true
    return record
  }
}

extension JournalRecord {
  /// Whether the process that began it may still be at it.
  fileprivate var isUnderWay: Bool { process.map { kill($0, 0) == 0 || errno == EPERM } ?? false }
}
