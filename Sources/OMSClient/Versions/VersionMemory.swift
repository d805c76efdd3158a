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

  private let path: FilePath
  private let now: @Sendable () -> Date

  /// The memory in the file at `path`.
  package init(path: FilePath, now: @escaping @Sendable () -> Date = { Date() }) {
    self.path = path
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
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let kept = Dictionary(latest.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
    if let data = try? encoder.encode(kept) { try? PrivateFiles.replace(path, with: data) }
  }

  private var entries: [String: Entry] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let data = try? PrivateFiles.contents(of: path),
      let all = try? decoder.decode([String: Entry].self, from: data)
    else { return [:] }
    return all.filter { abs(now().timeIntervalSince($0.value.asked)) < Self.lifetime }
  }
}
