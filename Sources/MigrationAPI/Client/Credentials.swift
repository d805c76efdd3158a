/// What a caller shows to be let in.
package enum Credentials: Equatable, Sendable {
  /// Nothing: the Unix socket is for its owner alone.
  case none
  /// An access key, with the token that belongs to it when it is a temporary one.
  case keys(StorageKeys, securityToken: Secret?)
  /// A token of the identity service.
  case token(Secret)
}
