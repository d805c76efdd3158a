package import Migration

/// The members of a start, of a task, a group or a synchronisation task, and of a group's retry.
///
/// The raw value is the name that v2 has for it.
package enum StartMember: String, WireMember {
  /// What is to be done; v2 says that in the path.
  case operation
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
  case bandwidth = "bandwidth_policy"

  /// What v1 calls it.
  package var nameInV1: String {
    switch self {
    case .sourceAccessKey: "source_ak"
    case .sourceSecretKey: "source_sk"
    case .destinationAccessKey: "target_ak"
    case .destinationSecretKey: "target_sk"
    case .failedOnly: "migration_failed_object"
    default: rawValue
    }
  }

  package static let names = MemberNames<StartMember> { $0.rawValue }
  /// The names in v1, looked through.
  package static let namesInV1 = MemberNames<StartMember> { $0.nameInV1 }
}

extension WireBody {
  /// The body of a start, and in v2 of a group's retry.
  ///
  /// - Parameters:
  ///   - dialect: What is started.
  ///   - keys: What opens both sides.
  ///   - failedOnly: Whether only failed objects are moved; `nil` leaves that out.
  /// - Returns: The body.
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when that cannot be started with such
  ///   keys.
  package static func start(
    _ dialect: TaskDialect, with keys: TransferKeys, failedOnly: Bool? = nil
  ) throws(APIProblem) -> WireBody {
    try Unsayable.check(keys, in: dialect)
    return WireBody { writer in
      writer.object(dialect.isFirst ? StartMember.namesInV1 : StartMember.names) { members in
        if dialect.isFirst { members.write(.operation, V1Order.start.rawValue) }
        members.write(keys)
        members.write(.failedOnly, failedOnly)
      }
    }
  }
}

extension MemberWriter where Member == StartMember {
  fileprivate mutating func write(_ keys: TransferKeys) {
    if let source = keys.source {
      write(.sourceAccessKey, words: source.accessKey)
      if !source.secretKey.isEmpty { write(.sourceSecretKey, source.secretKey) }
      write(.sourceToken, source.securityToken)
      write(.connectionString, source.connectionString)
      write(.authFile, source.authFile)
    }
    if let destination = keys.destination {
      write(.destinationAccessKey, words: destination.accessKey)
      if !destination.secretKey.isEmpty { write(.destinationSecretKey, destination.secretKey) }
      write(.destinationToken, destination.securityToken)
    }
    write(.domainKey, keys.sourceDomain)
  }
}

extension Unsayable {
  fileprivate static func check(
    _ keys: TransferKeys, in dialect: TaskDialect
  ) throws(APIProblem) {
    switch dialect {
    case .v1:
      var unsayable = Unsayable(in: .v1)
      unsayable.noteMoreThanPair(in: keys)
      try unsayable.refuse()
    case .v2: break
    case .group:
      var unsayable = Unsayable(in: .groupStart)
      unsayable.note(.temporaryKeys, if: keys.hasTemporary)
      try unsayable.refuse()
    case .synchronisation:
      var unsayable = Unsayable(in: .syncStart)
      unsayable.noteMoreThanPair(in: keys)
      try unsayable.refuse()
    }
  }
}
