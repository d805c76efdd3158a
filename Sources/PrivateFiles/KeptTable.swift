import FoundationEssentials
package import SystemPackage

/// A small table of entries by name, kept from one run to the next in a JSON file for its owner alone.
///
/// It makes runs quicker or safer, and none depends on it: a file that cannot be read has no
/// entries, and one that cannot be written keeps what it has.
package struct KeptTable<Entry: Codable & Sendable>: Sendable {
  private let path: FilePath

  /// The table in the file at `path`, which need not be there.
  package init(path: FilePath) { self.path = path }

  /// The entries.
  package var entries: [String: Entry] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let data = try? PrivateFiles.contents(of: path)
    return data.flatMap { try? decoder.decode([String: Entry].self, from: $0) } ?? [:]
  }

  /// Puts `entries` into the place of all that are there.
  package func replace(with entries: [String: Entry]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    if let data = try? encoder.encode(entries) { try? PrivateFiles.replace(path, with: data) }
  }
}
