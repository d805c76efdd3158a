package import FoundationEssentials
import Migration
import OMSWire
import PrivateFiles
package import SystemPackage

/// How often a key was refused in a row, kept for all programs of a user.
///
/// The gateway counts refusals wherever they come from, so a script that calls Ferry again and again
/// with a wrong key would lock it, with one refusal a run. Whatever goes wrong with the file, calls
/// are made as if nothing were known. Two programs that write at the same moment may count one
/// refusal instead of two, for which ``RefusalCount`` leaves room.
package struct RefusalMemory: Sendable {
  private struct Entry: Codable {
    var refusals: Int
    var last: Date
  }

  private let table: KeptTable<Entry>
  private let now: @Sendable () -> Date

  /// The memory in the file at `path`.
  package init(path: FilePath, now: @escaping @Sendable () -> Date = { Date() }) {
    table = KeptTable(path: path)
    self.now = now
  }

  /// How long nothing may be sent to `endpoint` with a key; `nil` when it may.
  func rest(of accessKey: String, at endpoint: Endpoint) -> Duration? {
    guard let entry = entries[Self.name(accessKey, endpoint)],
      entry.refusals >= RefusalCount.most
    else { return nil }
    let left = RefusalCount.rest - .seconds(now().timeIntervalSince(entry.last))
    return left > .zero ? left : nil
  }

  /// A key was refused, or is locked.
  func refused(_ accessKey: String, at endpoint: Endpoint, isLocked: Bool) {
    var all = entries
    let name = Self.name(accessKey, endpoint)
    let before = all[name]?.refusals ?? 0
    let refusals = isLocked ? max(before + 1, RefusalCount.most) : before + 1
    all[name] = Entry(refusals: refusals, last: now())
    table.replace(with: all)
  }

  /// A key was let in.
  func accepted(_ accessKey: String, at endpoint: Endpoint) {
    var all = entries
    if all.removeValue(forKey: Self.name(accessKey, endpoint)) != nil { table.replace(with: all) }
  }

  // A hash, so that the file tells nobody which keys there are.
  private static func name(_ accessKey: String, _ endpoint: Endpoint) -> String {
    RequestSignature.payloadHash(Array("\(endpoint) \(accessKey)".utf8))
  }

  /// What is known; refusals that no longer count are forgotten.
  private var entries: [String: Entry] {
    let rest = RefusalCount.rest / .seconds(1)
    return table.entries.filter { (-60..<rest).contains(now().timeIntervalSince($0.value.last)) }
  }
}
