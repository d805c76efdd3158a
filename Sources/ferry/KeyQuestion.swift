import Migration
import MigrationCore
import Words

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
          .connectionString, of: owner, variable: name + "_CONNECTION_STRING"))
    case "Google":
      throw Failure(Failure.usage, .needsFile(owner, variable: name + "_AUTH_FILE"))
    default:
      guard Console.isInteractive else {
        let variables = store == nil ? [name + "_AK", name + "_SK"] : nil
        throw Failure(Failure.usage, .needsKeys(owner, variables: variables))
      }
      let question = Spoken.tongue.words(.question(.accessKey, owner, isHidden: false))
      guard let access = Console.ask(question), !access.isEmpty else {
        throw Failure(Failure.failed, .notGiven(.accessKey, owner))
      }
      return StorageKeys(
        accessKey: access,
        secretKey: try Self.hidden(.secretKey, of: owner, variable: name + "_SK"),
        securityToken: try token(of: access, variable: name + "_TOKEN"))
    }
  }

  /// The token that belongs to a temporary key; nobody is asked for that of a lasting one.
  private func token(of accessKey: String, variable: String) throws -> Secret? {
    switch StorageKeys.isTemporary(accessKey: accessKey) {
    case true?: return try Self.hidden(.token, of: owner, variable: variable)
    case false?: return nil
    case nil:
      let question = Spoken.tongue.words(.question(.perhapsToken, owner, isHidden: true))
      return Console.askHidden(question).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// Asks for something that is not shown.
  ///
  /// - Throws: ``Failure`` that names `variable` when nobody can be asked, or nothing was answered.
  static func hidden(
    _ thing: KeyTalk.Thing, of owner: KeyTalk.Owner, variable: String
  ) throws -> Secret {
    guard Console.isInteractive else {
      throw Failure(Failure.usage, .missing(thing, owner, variable: variable))
    }
    let question = Spoken.tongue.words(.question(thing, owner, isHidden: true))
    guard let secret = Console.askHidden(question), !secret.isEmpty else {
      throw Failure(Failure.failed, .notGiven(thing, owner))
    }
    return secret
  }

  private var owner: KeyTalk.Owner { KeyTalk.Owner(side, store: store) }
}
