import Migration

extension Unsayable {
  /// Notes the ways into a bucket that are more than a pair of keys.
  mutating func noteMoreThanPair(in keys: TransferKeys) {
    let both = [keys.source, keys.destination].compactMap { $0 }
    note(.temporaryKeys, if: keys.hasTemporary)
    note(.connectionString, if: both.contains { $0.connectionString != nil })
    note(.keyFile, if: both.contains { $0.authFile != nil })
  }
}

extension TransferKeys {
  /// Whether one of the keys ends by itself and brings a token.
  var hasTemporary: Bool { source?.securityToken != nil || destination?.securityToken != nil }
}
