import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// When somebody last looked at the tasks of each profile, kept from one run to the next.
package struct LookMemory: Sendable {
  fileprivate struct Look: Codable, Sendable {
    var at: Date
    var open: [Open]
  }

  fileprivate struct Open: Codable, Sendable {
    var id: Int64
    var name: String
    var state: Int
    /// In milliseconds since 1970, so that a run is known again.
    var started: Int64?
  }

  private let table: KeptTable<Look>

  /// The memory in the file at `path`.
  package init(path: FilePath) { table = KeptTable(path: path) }

  /// The last look at a profile; `nil` when none is known of.
  package func look(at profile: String) -> LastLook? {
    table.entries[profile].map { look in LastLook(at: look.at, open: look.open.map(\.task)) }
  }

  /// Keeps a look at a profile in the place of the one before.
  package func remember(_ look: LastLook, at profile: String) {
    var entries = table.entries
    // Another dashboard may have looked since.
    if let known = entries[profile], known.at > look.at { return }
    entries[profile] = Look(at: look.at, open: look.open.map(Open.init))
    table.replace(with: entries)
  }
}

extension LookMemory.Open {
  fileprivate init(_ task: MigrationTask) {
    id = task.id.rawValue
    name = task.name
    state = task.state.code
    started = task.startedAt.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
  }

  fileprivate var task: MigrationTask {
    var task = MigrationTask(
      id: TaskID(rawValue: id), name: name, state: TaskState(code: state))
    task.startedAt = started.map { Date(timeIntervalSince1970: Double($0) / 1000) }
    return task
  }
}
