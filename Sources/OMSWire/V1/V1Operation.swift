package import Migration

/// The body of a PUT on a task: section 7 of the v1 reference.
package enum V1Operation: Encodable, SecretBearing {
  case stop
  case start(TransferKeys, failedOnly: Bool)
  case changeBandwidth([BandwidthWindow])

  /// A start.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when v1 cannot say `keys`.
  package static func starting(
    with keys: TransferKeys, failedOnly: Bool
  ) throws(APIProblem) -> V1Operation {
    var unsayable = Unsayable(in: "API v1")
    unsayable.noteMoreThanPair(in: keys)
    try unsayable.refuse()
    return .start(keys, failedOnly: failedOnly)
  }

  private enum CodingKeys: String, CodingKey {
    case operation
    case sourceAccessKey = "source_ak"
    case sourceSecretKey = "source_sk"
    case targetAccessKey = "target_ak"
    case targetSecretKey = "target_sk"
    case domainKey = "source_cdn_authentication_key"
    case failedOnly = "migration_failed_object"
    case bandwidth = "bandwidth_policy"
  }

  package var secrets: [Secret] {
    if case .start(let keys, _) = self { keys.secrets } else { [] }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .stop:
      try container.encode("stop", forKey: .operation)
    case .start(let keys, let failedOnly):
      try container.encode("start", forKey: .operation)
      try container.encodeIfPresent(keys.source?.accessKey, forKey: .sourceAccessKey)
      try container.encodeIfPresent(keys.source?.secretKey.reveal(), forKey: .sourceSecretKey)
      try container.encodeIfPresent(keys.destination?.accessKey, forKey: .targetAccessKey)
      try container.encodeIfPresent(keys.destination?.secretKey.reveal(), forKey: .targetSecretKey)
      try container.encodeIfPresent(keys.sourceDomain?.reveal(), forKey: .domainKey)
      try container.encode(failedOnly, forKey: .failedOnly)
    case .changeBandwidth(let windows):
      try container.encode("change_bandwidthpolicy", forKey: .operation)
      try container.encode(windows, forKey: .bandwidth)
    }
  }
}
