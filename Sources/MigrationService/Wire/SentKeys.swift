import Migration
import OMSWire

/// The keys that a start brings; which of them are needed depends on the task.
struct SentKeys: Equatable, Sendable {
  /// In whose words they came.
  let dialect: TaskDialect
  private let source: StorageKeys
  private let destination: StorageKeys

  /// Reads the keys among the members of a start.
  init(_ body: Members<StartMember>, in dialect: TaskDialect) throws(ServiceError) {
    self.dialect = dialect
    var source = try Self.pair(body, .sourceAccessKey, .sourceSecretKey)
    var destination = try Self.pair(body, .destinationAccessKey, .destinationSecretKey)
    if !dialect.isFirst {
      source.securityToken = try body.secret(.sourceToken, upTo: 16384)
      source.connectionString = try body.secret(.connectionString, upTo: 16384)
      source.authFile = try body.secret(.authFile, upTo: 65536)
      // One of each comes with a start, and opens whichever side can be opened so.
      destination.connectionString = source.connectionString
      destination.authFile = source.authFile
      destination.securityToken = try body.secret(.destinationToken, upTo: 16384)
    }
    (self.source, self.destination) = (source, destination)
    _ = try body.text(.domainKey, upTo: 255)
  }

  /// The keys that a task with these ends needs.
  ///
  /// - Throws: `OMS.0064`, or `OMS.1004` in v2, when one is missing.
  func keys(for definition: TaskDefinition) throws(ServiceError) -> TransferKeys {
    TransferKeys(
      source: try needed(source, by: definition.source, .sourceAccessKey, .sourceSecretKey),
      destination: try needed(
        destination, by: definition.destination, .destinationAccessKey, .destinationSecretKey))
  }

  private static func pair(
    _ body: Members<StartMember>, _ accessKey: StartMember, _ secretKey: StartMember
  ) throws(ServiceError) -> StorageKeys {
    StorageKeys(
      accessKey: try body.text(accessKey, upTo: 100) ?? "",
      secretKey: Secret(try body.text(secretKey, upTo: 100) ?? ""))
  }

  private func needed(
    _ keys: StorageKeys, by location: StorageLocation, _ accessKey: StartMember,
    _ secretKey: StartMember
  ) throws(ServiceError) -> StorageKeys? {
    guard location.needsKeys else { return nil }
    guard !keys.opensAlone(location.provider) else { return keys }
    guard !keys.accessKey.isEmpty else { throw missing(accessKey) }
    guard !keys.secretKey.isEmpty else { throw missing(secretKey) }
    return keys
  }

  private func missing(_ member: StartMember) -> ServiceError {
    dialect.isFirst
      ? ServiceError(.parametersInvalid, "\(member.nameInV1) is missing")
      : ServiceError(.parameterMissing, "\(member.rawValue) is missing")
  }
}
