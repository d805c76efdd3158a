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
    source = try Self.source.read(body, in: dialect)
    destination = try Self.destination.read(body, in: dialect)
    _ = try body.text(.domainKey, upTo: 255)
  }

  /// The keys that a task with these ends needs.
  ///
  /// - Throws: `OMS.0064`, or `OMS.1004` in v2, when one is missing.
  func keys(for definition: TaskDefinition) throws(ServiceError) -> TransferKeys {
    TransferKeys(
      source: try Self.source.needed(source, for: definition.source, missing: missing),
      destination: try Self.destination.needed(
        destination, for: definition.destination, missing: missing))
  }

  private static let source = KeyMembers<StartMember>(
    pair: (.sourceAccessKey, .sourceSecretKey), token: .sourceToken,
    connectionString: .connectionString, authFile: .authFile)
  // One of each comes with a start, and opens whichever side can be opened so.
  private static let destination = KeyMembers<StartMember>(
    pair: (.destinationAccessKey, .destinationSecretKey), token: .destinationToken,
    connectionString: .connectionString, authFile: .authFile)

  private func missing(_ member: StartMember) -> ServiceError {
    dialect.isFirst
      ? ServiceError(.parametersInvalid, "\(member.nameInV1) is missing")
      : ServiceError(.parameterMissing, "\(member.rawValue) is missing")
  }
}
