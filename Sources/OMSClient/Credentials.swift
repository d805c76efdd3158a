public import Migration

/// What a caller shows to be let in.
public enum Credentials: Equatable, Sendable {
  /// Nothing: the Unix socket is for its owner alone.
  case none
  /// An access key, with the token that belongs to it when it is a temporary one.
  case keys(StorageKeys, securityToken: Secret?)
  /// A token of the identity service.
  case token(Secret)
}

/// Where credentials come from while a program runs, as some of them end before it does.
public protocol CredentialSource: Sendable {
  /// The credentials to use now.
  ///
  /// - Throws: `APIProblem` when they had to be asked for and were not given.
  func current() async throws(APIProblem) -> Credentials

  /// Credentials instead of `refused`, which a service no longer takes.
  ///
  /// - Returns: `nil` when there are no others, so that asking again would be of no use.
  /// - Throws: `APIProblem` when they had to be asked for and were not given.
  func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials?
}

/// Credentials that were given once and never change.
extension Credentials: CredentialSource {
  /// These credentials.
  public func current() async throws(APIProblem) -> Credentials { self }

  /// Nothing: there are no others.
  public func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? { nil }
}
