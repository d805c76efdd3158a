package import Migration

/// What a command asks for, or has to say, when it needs keys.
package enum KeyTalk: Sendable {
  /// Something that is asked for.
  package enum Thing: CaseIterable, Sendable {
    case accessKey, secretKey, connectionString, domainKey
    /// The token of temporary keys.
    case token
    /// The same, where it is not known whether the keys are temporary.
    case perhapsToken
  }

  /// Whose keys are meant.
  package struct Owner: Sendable {
    let side: MigrationSide
    let store: String?

    /// The store on a side; `store` is `nil` where there is no other one on it.
    package init(_ side: MigrationSide, store: String?) {
      self.side = side
      self.store = store
    }
  }

  /// The question for something; what is typed is shown, or not.
  case question(Thing, Owner, isHidden: Bool)
  /// A file is needed, whose path stands in this variable.
  case needsFile(Owner, variable: String)
  /// Keys are needed, which can stand in these variables; `nil` where they would be those of others too.
  case needsKeys(Owner, variables: [String]?)
  /// Nobody can be asked for it, and this variable is not set.
  case missing(Thing, Owner, variable: String)
  /// It was asked for, and nothing was typed.
  case notGiven(Thing, Owner)
}
