package import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// Which version of the API each service speaks, kept from one run to the next.
///
/// It saves a call a run and no more: whatever goes wrong with the file, the service is asked.
package struct VersionMemory: Sendable {
  /// How long an answer is believed; a service may learn a newer version.
  private static let lifetime: TimeInterval = 7 * 86_400
  /// The most services kept, the latest ones.
  private static let capacity = 100

  private struct Entry: Codable {
    var api: APIGeneration
    var asked: Date
  }

  private let table: KeptTable<Entry>
  private let now: @Sendable () -> Date

  /// The memory in the file at `path`.
  package init(path: FilePath, now: @escaping @Sendable () -> Date = { Date() }) {
    table = KeptTable(path: path)
    self.now = now
  }

  /// What is known of a service; `nil` when nothing is.
  package func generation(of endpoint: Endpoint) -> APIGeneration? {
    entries[endpoint.description]?.api
  }

  /// Keeps what a service said, or forgets it.
  package func remember(_ generation: APIGeneration?, of endpoint: Endpoint) {
    var entries = entries
    entries[endpoint.description] = generation.map { Entry(api: $0, asked: now()) }
    let latest = entries.sorted { $0.value.asked > $1.value.asked }.prefix(Self.capacity)
    table.replace(
      with: Dictionary(latest.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one }))
  }

  private var entries: [String: Entry] {
    table.entries.filter { abs(now().timeIntervalSince($0.value.asked)) < Self.lifetime }
  }
}
