import Migration

extension Credentials {
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
