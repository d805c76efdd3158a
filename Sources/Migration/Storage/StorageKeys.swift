/// What opens a bucket.
public struct StorageKeys: Hashable, Sendable {
  /// The access key, which is a name and no secret; empty for providers without one.
  public var accessKey: String
  /// The secret key; empty for providers without one.
  public var secretKey: Secret
  /// The token that belongs to a temporary key (v2).
  public var securityToken: Secret?
  /// Azure's connection string (v2).
  public var connectionString: Secret?
  /// The content of Google's key file (v2).
  public var authFile: Secret?

  /// A pair of keys, with the token of a temporary one.
  public init(accessKey: String, secretKey: Secret, securityToken: Secret? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.securityToken = securityToken
  }

  /// Azure's way in.
  public init(connectionString: Secret) {
    self.init(accessKey: "", secretKey: Secret(""))
    self.connectionString = connectionString
  }

  /// Google's way in.
  public init(authFile: Secret) {
    self.init(accessKey: "", secretKey: Secret(""))
    self.authFile = authFile
  }
}

/// The keys for both sides of a migration; `nil` where a side needs none.
public struct TransferKeys: Hashable, Sendable {
  /// For the source.
  public var source: StorageKeys?
  /// For the destination.
  public var destination: StorageKeys?
  /// For the domain that the source is read through, when it wants one.
  public var sourceDomain: Secret?

  /// Keys; without arguments none.
  public init(
    source: StorageKeys? = nil, destination: StorageKeys? = nil, sourceDomain: Secret? = nil
  ) {
    self.source = source
    self.destination = destination
    self.sourceDomain = sourceDomain
  }
}
