package import Migration
import OMSWire

/// What one call finds out about a service, without credentials.
package struct ServiceHealth: Equatable, Sendable {
  /// The HTTP status of its answer; `nil` when it did not answer.
  package var status: Int?
  /// Whether what is said to it is encrypted.
  package var isEncrypted: Bool
  /// How long the answer took, with the connection it may have needed.
  package var latency: Duration
  /// How far its clock is ahead of this machine's, to the second; `nil` when it did not say.
  package var clockDifference: Duration?
  /// What the local service says is wrong with it; empty when it is well, or is another service.
  package var complaints: [String] = []
  /// The zone in which it counts the hours of bandwidth windows; `nil` when it did not say.
  package var windowZone: WindowZone?
  /// Why there was no answer; `nil` when there was one.
  package var problem: APIProblem?

  /// Whether somebody is there, who may be too busy to answer in time.
  package var isThere: Bool {
    if case .call(_, .silent) = problem?.fact { true } else { status != nil }
  }

  /// Asks `GET /healthz`, which OMS itself refuses, but answers.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - deadline: How long to wait for the answer.
  /// - Returns: What was found out.
  package static func probe(
    _ endpoint: Endpoint, within deadline: Duration = .seconds(10)
  ) async -> ServiceHealth {
    let transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "", deadline: deadline)
    let clock = CallClock(ContinuousClock())
    var health = ServiceHealth(isEncrypted: endpoint.isEncrypted, latency: .zero)
    do {
      let answer = try await transport.send("GET", "/healthz")
      health.status = answer.status
      let condition = try? WireForm.health.value(in: answer.body)
      health.complaints = condition?.problems ?? []
      health.windowZone = condition?.windowZone
      health.clockDifference = answer.clockDifference(from: clock.date())
    } catch {
      health.problem = error
    }
    health.latency = clock.now()
    return health
  }
}

extension Endpoint {
  fileprivate var isEncrypted: Bool {
    switch place {
    case .web(let scheme, _, _): scheme == "https"
    case .socket: false
    }
  }
}
