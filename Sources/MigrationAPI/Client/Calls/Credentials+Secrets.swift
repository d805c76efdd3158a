/// A body of a request that has secrets in it.
protocol SecretBearing {
  /// What nobody may see, not even when a service quotes it.
  var secrets: [Secret] { get }
}

extension TransferKeys: SecretBearing {
  var secrets: [Secret] {
    (source?.secrets ?? []) + (destination?.secrets ?? []) + [sourceDomain].compactMap(\.self)
  }
}

extension StorageKeys: SecretBearing {
  var secrets: [Secret] {
    [secretKey] + [securityToken, connectionString, authFile].compactMap(\.self)
  }
}

extension Credentials: SecretBearing {
  /// What nobody may see, not even when a service quotes it.
  var secrets: [Secret] {
    switch self {
    case .none: []
    case .token(let token): [token]
    case .keys(let keys, let securityToken):
      [keys.secretKey] + [securityToken].compactMap(\.self)
    }
  }
}
