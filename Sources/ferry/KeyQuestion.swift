import Migration
import MigrationCore

/// The question for the keys of one store, on the terminal.
struct KeyQuestion {
  /// Which side of a migration the store is.
  let side: MigrationSide
  /// OMS's word for the provider.
  let provider: String
  /// What the store is called; `nil` where there is no other on this side.
  let store: String?

  /// Asks for the keys.
  ///
  /// - Throws: ``Failure`` when nobody can be asked, or nothing was answered.
  func ask() throws -> StorageKeys {
    let name = side.variables
    switch provider {
    case "Azure":
      return .init(
        connectionString: try Self.hidden(
          "Connection string of \(whose)", variable: name + "_CONNECTION_STRING"))
    case "Google":
      throw Failure(
        Failure.usage, "\(whose) needs a key file; set \(name)_AUTH_FILE to its path")
    default:
      guard Console.isInteractive else {
        throw Failure(
          Failure.usage,
          store == nil
            ? "\(whose) needs keys; set \(name)_AK and \(name)_SK, or name its store in config.yaml"
            : "\(whose) needs keys; name its store in config.yaml")
      }
      guard let access = Console.ask("Access key of \(whose):"), !access.isEmpty else {
        throw Failure(Failure.failed, "no keys for \(whose); nothing was sent")
      }
      return StorageKeys(
        accessKey: access,
        secretKey: try Self.hidden("Secret key of \(whose)", variable: name + "_SK"))
    }
  }

  /// Asks for something that is not shown.
  ///
  /// - Throws: ``Failure`` that names `variable` when nobody can be asked, or nothing was answered.
  static func hidden(_ what: String, variable: String) throws -> Secret {
    guard Console.isInteractive else {
      throw Failure(Failure.usage, "\(what.lowercasedFirst) is missing; set \(variable)")
    }
    guard let secret = Console.askHidden("\(what) (not shown):"), !secret.isEmpty else {
      throw Failure(Failure.failed, "\(what.lowercasedFirst) was not given; nothing was sent")
    }
    return secret
  }

  private var whose: String {
    let word =
      switch side {
      case .source: "the source"
      case .destination: "the destination"
      }
    return word + (store.map { " at \($0)" } ?? "")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
