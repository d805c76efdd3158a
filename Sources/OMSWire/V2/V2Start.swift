package import Migration

/// The body of a start, of a task, a group or a synchronisation task, and of a group's retry.
package struct V2Start: Encodable, SecretBearing {
  private let keys: TransferKeys
  private let failedOnly: Bool?

  /// What is started.
  package enum Target {
    case task, group, synchronisation
  }

  /// A body.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when `target` cannot be started with
  ///   such keys.
  package init(
    _ target: Target, _ keys: TransferKeys, failedOnly: Bool? = nil
  ) throws(APIProblem) {
    switch target {
    case .task: break
    case .group:
      var unsayable = Unsayable(in: "the start of a task group")
      unsayable.note("temporary keys", if: keys.hasTemporary)
      try unsayable.refuse()
    case .synchronisation:
      var unsayable = Unsayable(in: "the start of a synchronisation task")
      unsayable.noteMoreThanPair(in: keys)
      try unsayable.refuse()
    }
    self.keys = keys
    self.failedOnly = failedOnly
  }

  private enum CodingKeys: String, CodingKey {
    case sourceAccessKey = "src_ak"
    case sourceSecretKey = "src_sk"
    case sourceToken = "src_security_token"
    case destinationAccessKey = "dst_ak"
    case destinationSecretKey = "dst_sk"
    case destinationToken = "dst_security_token"
    case connectionString = "connection_string"
    case authFile = "json_auth_file"
    case domainKey = "source_cdn_authentication_key"
    case failedOnly = "migrate_failed_object"
  }

  package var secrets: [Secret] { keys.secrets }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if let source = keys.source {
      try container.encodeWords(source.accessKey, forKey: .sourceAccessKey)
      try container.encodeWords(source.secretKey.reveal(), forKey: .sourceSecretKey)
      try container.encodeIfPresent(source.securityToken?.reveal(), forKey: .sourceToken)
      try container.encodeIfPresent(source.connectionString?.reveal(), forKey: .connectionString)
      try container.encodeIfPresent(source.authFile?.reveal(), forKey: .authFile)
    }
    if let destination = keys.destination {
      try container.encodeWords(destination.accessKey, forKey: .destinationAccessKey)
      try container.encodeWords(destination.secretKey.reveal(), forKey: .destinationSecretKey)
      try container.encodeIfPresent(destination.securityToken?.reveal(), forKey: .destinationToken)
    }
    try container.encodeIfPresent(keys.sourceDomain?.reveal(), forKey: .domainKey)
    try container.encodeIfPresent(failedOnly, forKey: .failedOnly)
  }
}
