package import Migration

/// A body of a request that has secrets in it.
package protocol SecretBearing {
  /// What nobody may see, not even when a service quotes it.
  var secrets: [Secret] { get }
}

extension TransferKeys: SecretBearing {
  package var secrets: [Secret] {
    (source?.secrets ?? []) + (destination?.secrets ?? []) + [sourceDomain].compactMap(\.self)
  }
}

extension StorageKeys: SecretBearing {
  package var secrets: [Secret] {
    [secretKey] + [securityToken, connectionString, authFile].compactMap(\.self)
  }
}
