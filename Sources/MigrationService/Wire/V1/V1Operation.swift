import FoundationEssentials
import Migration
import OMSWire

/// The body of a PUT on a task: section 7 of the v1 reference.
enum V1OperationRequest {
  /// Run it again.
  case start(SentKeys, failedOnly: Bool)
  /// Stop it.
  case stop
  /// Replace its speed windows.
  case changeBandwidth([BandwidthWindow])

  /// Reads and checks a body.
  ///
  /// - Throws: `OMS.0064` for an operation or a member that is wrong.
  init(body: Data) throws(ServiceError) {
    let body = Members(
      try JSONValue.members(of: body), StartMember.namesInV1, code: .parametersInvalid)
    switch V1Order(rawValue: try body.requiredText(.operation, upTo: 64)) {
    case .start:
      self = .start(
        try SentKeys(body), failedOnly: try body.flag(.failedOnly) ?? false)
    case .stop: self = .stop
    case .changeBandwidth:
      self = .changeBandwidth(try BandwidthPolicy.windows(body.array(.bandwidth)))
    case nil:
      throw body.problem(.operation, "must be start, stop or change_bandwidthpolicy")
    }
  }
}

/// The keys that a start brings; which of them are needed depends on the task.
struct SentKeys: Equatable, Sendable {
  private let source: StorageKeys
  private let destination: StorageKeys

  fileprivate init(_ body: Members<StartMember>) throws(ServiceError) {
    source = StorageKeys(
      accessKey: try body.text(.sourceAccessKey, upTo: 100) ?? "",
      secretKey: Secret(try body.text(.sourceSecretKey, upTo: 100) ?? ""))
    destination = StorageKeys(
      accessKey: try body.text(.destinationAccessKey, upTo: 100) ?? "",
      secretKey: Secret(try body.text(.destinationSecretKey, upTo: 100) ?? ""))
    _ = try body.text(.domainKey, upTo: 255)
  }

  /// The keys that a task with these ends needs.
  ///
  /// - Throws: `OMS.0064` when one is missing.
  func keys(for definition: TaskDefinition) throws(ServiceError) -> TransferKeys {
    TransferKeys(
      source: try Self.needed(source, by: definition.source, .sourceAccessKey, .sourceSecretKey),
      destination: try Self.needed(
        destination, by: definition.destination, .destinationAccessKey,
        .destinationSecretKey))
  }

  private static func needed(
    _ keys: StorageKeys, by location: StorageLocation, _ accessKey: StartMember,
    _ secretKey: StartMember
  ) throws(ServiceError) -> StorageKeys? {
    guard location.needsKeys else { return nil }
    guard !keys.accessKey.isEmpty else {
      throw ServiceError(.parametersInvalid, "\(accessKey.nameInV1) is missing")
    }
    guard !keys.secretKey.isEmpty else {
      throw ServiceError(.parametersInvalid, "\(secretKey.nameInV1) is missing")
    }
    return keys
  }
}
