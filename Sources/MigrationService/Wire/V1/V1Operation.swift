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
      try JSONValue.members(of: body), StartMember.namesInV1, code: .parametersInvalid, in: .v1)
    switch V1Order(rawValue: try body.requiredText(.operation, upTo: 64)) {
    case .start:
      self = .start(
        try SentKeys(body, in: .v1), failedOnly: try body.flag(.failedOnly) ?? false)
    case .stop: self = .stop
    case .changeBandwidth:
      self = .changeBandwidth(try BandwidthPolicy.windows(body.array(.bandwidth), in: .v1))
    case nil:
      throw body.problem(.operation, "must be start, stop or change_bandwidthpolicy")
    }
  }
}
