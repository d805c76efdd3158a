import FoundationEssentials
package import Migration
package import SystemPackage
import Yams

/// `config.yaml`: profiles by name, which of them is the default, and where the keys of stores are.
///
/// What is wrong in one place costs nothing elsewhere: it becomes a remark.
package struct ConfigurationFile: Equatable, Sendable {
  /// Something in the file that is not as it should be.
  ///
  /// Its profile cannot be used until it is put right, as something that was meant would not hold.
  package struct Remark: Equatable, Sendable {
    /// The profile that it is in; `nil` for the top of the file.
    package var profile: String?
    /// What it is, with its place.
    package var fault: ConfigurationError
  }

  /// The profile that is used when none is named.
  package internal(set) var defaultProfile: String?
  /// The profiles.
  package internal(set) var profiles: [String: Profile] = [:]
  /// Where the keys of stores come from, in the order of the file.
  package internal(set) var stores: [KeyStore] = []
  /// What is wrong, in the order of the file.
  package internal(set) var remarks: [Remark] = []

  /// Reads the file; a missing or empty one has no profiles.
  ///
  /// - Throws: ``ConfigurationError`` when it cannot be read, or is not YAML.
  package init(path: FilePath) throws(ConfigurationError) {
    let text: String?
    do {
      text = try WrittenText.contents(of: path)
    } catch {
      throw .file(path: path.string, .unreadable(reason: "\(error)"))
    }
    guard let text else { return }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw .file(path: path.string, Self.fault(for: error))
    }
    guard let root, !root.isNothing else { return }
    guard let top = root.mapping else {
      throw .file(path: path.string, .noProfiles)
    }
    read(top, path: path)
  }

  private static func fault(for error: any Error) -> FileFault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .notYAML(line: mark.line, column: mark.column, reason: problem)
    case .duplicatedKeysInMapping(_, let context):
      return .repeatedKey(line: context.mark.line)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil:
      return .notYAML(line: nil, column: nil, reason: nil)
    }
  }

  /// The remarks about one profile.
  package func remarks(on profile: String) -> [Remark] { remarks.filter { $0.profile == profile } }

  /// The stores, when nothing is wrong with them.
  ///
  /// - Throws: ``ConfigurationError`` for what is wrong at the top of the file: an entry that cannot be
  ///   read may be the one that is meant.
  var usableStores: [KeyStore] {
    get throws(ConfigurationError) {
      if let remark = remarks.first(where: { $0.profile == nil }) { throw remark.fault }
      return stores
    }
  }

  private mutating func read(_ top: Node.Mapping, path: FilePath) {
    for (key, value) in top {
      switch key.string {
      case "default" where value.scalar != nil: defaultProfile = value.text
      case "profiles" where value.mapping != nil || value.isNothing:
        for (name, settings) in value.mapping ?? [:] {
          var reader = ProfileReader(path: path, name: name.string ?? "?")
          profiles[reader.name] = reader.profile(settings)
          remarks += reader.remarks
        }
      case "stores":
        var reader = StoreReader(path: path)
        reader.read(value, under: key)
        stores = reader.stores
        remarks += reader.remarks
      case "default", "profiles":
        note(key, .wrongKind, path: path)
      default: note(key, .unknownKey(known: ["default", "profiles", "stores"]), path: path)
      }
    }
  }

  private mutating func note(_ key: Node, _ fault: EntryFault, path: FilePath) {
    let entry = ConfigurationEntry(
      path: path.string, line: key.mark?.line, profile: nil, key: key.string ?? "?")
    remarks.append(Remark(profile: nil, fault: .entry(entry, fault)))
  }
}

extension Node {
  /// The text of a value that is one; `nil` when there is none.
  package var text: String? { isNothing ? nil : scalar?.string }

  /// Whether nothing is written where a value could be.
  var isNothing: Bool { scalar.map { ["", "~", "null"].contains($0.string) } ?? false }
}
