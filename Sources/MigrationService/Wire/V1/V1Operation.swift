import FoundationEssentials
import Migration

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
    let body = Members(try JSONValue.members(of: body), code: .parameters)
    switch try body.requiredText("operation", upTo: 64) {
    case "start":
      self = .start(
        try SentKeys(body), failedOnly: try body.flag("migration_failed_object") ?? false)
    case "stop": self = .stop
    case "change_bandwidthpolicy":
      self = .changeBandwidth(try BandwidthPolicy.windows(body.array("bandwidth_policy")))
    default:
      throw body.problem("operation", "must be start, stop or change_bandwidthpolicy")
    }
  }
}

/// The keys that a start brings; which of them are needed depends on the task.
struct SentKeys: Equatable, Sendable {
  private let source: StorageKeys
  private let destination: StorageKeys

  fileprivate init(_ body: Members) throws(ServiceError) {
    source = StorageKeys(
      accessKey: try body.text("source_ak", upTo: 100) ?? "",
      secretKey: Secret(try body.text("source_sk", upTo: 100) ?? ""))
    destination = StorageKeys(
      accessKey: try body.text("target_ak", upTo: 100) ?? "",
      secretKey: Secret(try body.text("target_sk", upTo: 100) ?? ""))
    _ = try body.text("source_cdn_authentication_key", upTo: 255)
  }

  /// The keys that a task with these ends needs.
  ///
  /// - Throws: `OMS.0064` when one is missing.
  func keys(for definition: TaskDefinition) throws(ServiceError) -> TransferKeys {
    TransferKeys(
      source: try Self.needed(source, by: definition.source, prefix: "source"),
      destination: try Self.needed(destination, by: definition.destination, prefix: "target"))
  }

  private static func needed(
    _ keys: StorageKeys, by location: StorageLocation, prefix: String
  ) throws(ServiceError) -> StorageKeys? {
    guard location.needsKeys else { return nil }
    guard !keys.accessKey.isEmpty else {
      throw ServiceError(.parameters, "\(prefix)_ak is missing")
    }
    guard !keys.secretKey.isEmpty else {
      throw ServiceError(.parameters, "\(prefix)_sk is missing")
    }
    return keys
  }
}

extension StorageLocation {
  /// Whether keys are needed to open it: not for a directory, and not for a remote that has its own.
  var needsKeys: Bool { provider != "Local" && provider != "Rclone" }
}
