import Migration
import SystemPackage
import Yams

/// Reads the stores of the configuration and notes what is wrong in them.
struct StoreReader {
  let path: FilePath
  private(set) var stores: [KeyStore] = []
  private(set) var remarks: [ConfigurationFile.Remark] = []

  /// The names that a store may have in the file.
  private enum Key: String, CaseIterable {
    case match, command, environment
    case remote = "rclone_remote"
    case profile = "ferry_profile"

    /// Those that say where keys come from.
    static let sources = allCases.filter { $0 != .match }
  }

  /// A reader of the stores in the file at `path`.
  init(path: FilePath) {
    self.path = path
  }

  /// Reads the value of the key `stores`.
  mutating func read(_ list: Node, under key: Node) {
    guard !list.isNothing else { return }
    guard let entries = list.sequence else { return note(key, .wantsList) }
    for entry in entries {
      guard let settings = entry.mapping else {
        note(entry, .notAMapping, key: key.string)
        continue
      }
      do throws(EntryFault) {
        try add(settings, entry)
      } catch {
        note(entry, error, key: key.string)
      }
    }
  }

  /// Adds a store, unless something is wrong with one of its keys, which is noted.
  private mutating func add(_ settings: Node.Mapping, _ entry: Node) throws(EntryFault) {
    let before = remarks.count
    var values: [Key: String] = [:]
    for (name, value) in settings {
      guard let known = name.string.flatMap(Key.init(rawValue:)) else {
        note(name, .unknownKey(known: Key.allCases.map(\.rawValue).sorted()))
        continue
      }
      guard let text = value.text, !text.isEmpty else {
        note(name, .wantsText)
        continue
      }
      values[known] = text
    }
    guard remarks.count == before else { return }
    guard let match = values[.match] else { throw .missing([Key.match.rawValue]) }
    let prefix = try Self.prefix(match)
    guard !stores.contains(where: { $0.match.isSame(as: prefix) }) else { throw .repeated }
    stores.append(KeyStore(match: prefix, source: try Self.source(values)))
  }

  private static func prefix(_ text: String) throws(EntryFault) -> LocationPrefix {
    guard !text.hasPrefix("local:"), !text.hasPrefix("rclone:") else { throw .keyless }
    do throws(ConfigurationError) {
      return try LocationPrefix(text)
    } catch {
      throw .unusable(error)
    }
  }

  private static func source(_ values: [Key: String]) throws(EntryFault) -> KeyStore.Source {
    let given = Key.sources.filter { values[$0] != nil }
    guard given.count < 2 else { throw .beside(given.map(\.rawValue)) }
    guard let key = given.first, let text = values[key] else {
      throw .missing(Key.sources.map(\.rawValue))
    }
    return switch key {
    case .environment: .environment(text)
    case .remote: .remote(text.last == ":" ? String(text.dropLast()) : text)
    case .profile: .profile(text)
    case .command, .match: .command(KeyCommand(text))
    }
  }

  private mutating func note(_ node: Node, _ fault: EntryFault, key: String? = nil) {
    let entry = ConfigurationEntry(
      path: path.string, line: node.mark?.line, profile: nil, key: key ?? node.scalar?.string)
    remarks.append(ConfigurationFile.Remark(profile: nil, fault: .entry(entry, fault)))
  }
}
