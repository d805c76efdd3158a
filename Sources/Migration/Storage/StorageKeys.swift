/// What opens a bucket.
package struct StorageKeys: Hashable, Sendable {
  /// The access key, which is a name and no secret; empty for providers without one.
  package var accessKey: String
  /// The secret key; empty for providers without one.
  package var secretKey: Secret
  /// The token that belongs to a temporary key (v2).
  package var securityToken: Secret?
  /// Azure's connection string (v2).
  package var connectionString: Secret?
  /// The content of Google's key file (v2).
  package var authFile: Secret?

  /// A pair of keys, with the token of a temporary one.
  package init(accessKey: String, secretKey: Secret, securityToken: Secret? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.securityToken = securityToken
  }

  /// Azure's way in.
  package init(connectionString: Secret) {
    self.init(accessKey: "", secretKey: Secret(""))
    self.connectionString = connectionString
  }

  /// Google's way in.
  package init(authFile: Secret) {
    self.init(accessKey: "", secretKey: Secret(""))
    self.authFile = authFile
  }
}

/// The keys for both sides of a migration; `nil` where a side needs none.
package struct TransferKeys: Hashable, Sendable {
  /// For the source.
  package var source: StorageKeys?
  /// For the destination.
  package var destination: StorageKeys?
  /// For the domain that the source is read through, when it wants one.
  package var sourceDomain: Secret?

  /// Keys; without arguments none.
  package init(
    source: StorageKeys? = nil, destination: StorageKeys? = nil, sourceDomain: Secret? = nil
  ) {
    self.source = source
    self.destination = destination
    self.sourceDomain = sourceDomain
  }
}
