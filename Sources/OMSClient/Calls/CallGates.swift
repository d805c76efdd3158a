import Migration
import Synchronization

/// The gates of all services that are talked to.
///
/// The gateway counts the calls of a key wherever they come from, so all clients of a process share
/// the gate of an endpoint and key.
final class CallGates: Sendable {
  /// The gates that everything in the process passes through, as it shares its connections.
  static let ofProcess = CallGates(clock: CallClock(ContinuousClock()))

  /// What pauses and deadlines are measured with.
  let clock: CallClock

  private struct Key: Hashable {
    var endpoint: Endpoint
    var accessKey: String?
  }

  private let gates = Mutex<[Key: CallGate]>([:])

  /// Gates that nobody has passed yet.
  init(clock: CallClock) {
    self.clock = clock
  }

  /// The gate for calls to `endpoint` with `credentials`.
  ///
  /// - Parameters:
  ///   - endpoint: Where the calls go.
  ///   - credentials: What lets them in.
  ///   - refusals: What other programs know of refused keys, for a gate that is new.
  /// - Returns: The gate that all clients of this process share.
  func gate(
    to endpoint: Endpoint, with credentials: Credentials, refusals: RefusalMemory? = nil
  ) -> CallGate {
    let key = Key(endpoint: endpoint, accessKey: credentials.accessKey)
    return gates.withLock { gates in
      if let gate = gates[key] { return gate }
      let gate = CallGate(
        endpoint: endpoint, accessKey: key.accessKey, clock: clock, memory: refusals)
      gates[key] = gate
      return gate
    }
  }
}

extension Credentials {
  /// The access key, or `nil` when requests are not signed.
  fileprivate var accessKey: String? {
    switch self {
    case .none, .token: nil
    case .keys(let keys, _): keys.accessKey
    }
  }
}
