import Migration

extension Credentials {
  /// What is sent as it is, rather than used to sign.
  var sent: [Secret] {
    switch self {
    case .none: []
    case .token(let token): [token]
    case .keys(_, let securityToken): [securityToken].compactMap(\.self)
    }
  }

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
