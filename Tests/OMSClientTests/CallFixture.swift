import TestServers
import FoundationEssentials
import TestSupport

@testable import Migration
@testable import OMSClient

/// Clients for servers on loopback that do not wait long, and answers as text.
enum CallFixture {
  /// Pauses so short that nobody waits for them.
  static let impatience = RetryPolicy(
    mostAttempts: 4, firstPause: .milliseconds(1), longestPause: .milliseconds(2),
    throttledPause: .milliseconds(1))

  static let keys = Credentials.keys(
    StorageKeys(accessKey: "FAKEAK", secretKey: Secret("FAKE-SECRET-KEY")), securityToken: nil)

  /// A transport with gates of its own.
  static func transport(
    _ port: Int, scheme: String = "http", credentials: any CredentialSource = keys,
    projectID: String = "p", deadline: Duration = .seconds(60),
    clock: CallClock = CallClock(ContinuousClock()),
    policy: RetryPolicy = impatience
  ) throws -> HTTPTransport {
    HTTPTransport(
      endpoint: try Endpoint("\(scheme)://127.0.0.1:\(port)"), credentials: credentials,
      projectID: projectID, deadline: deadline,
      conduct: CallConduct(gates: CallGates(clock: clock), policy: policy, random: { 0.5 }))
  }

  /// An answer with a body of JSON.
  static func answer(
    _ status: Int, _ body: String = "{}", headers: [String] = []
  ) -> MisbehavingServer.Step {
    let lines =
      ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.utf8.count)"] + headers + ["", body]
    return .send(lines.joined(separator: "\r\n"))
  }

  /// An error body of the gateway or the service.
  static func error(_ code: String, _ message: String = "no") -> String {
    #"{"error_code":"\#(code)","error_msg":"\#(message)","request_id":"r-1"}"#
  }

  /// The header with the time by the service's clock.
  static func date(_ date: Date) -> String {
    let parts = date.formatted(.iso8601).split { !$0.isNumber }
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let month = months[(Int(parts[1]) ?? 1) - 1]
    return "Date: Sun, \(parts[2]) \(month) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }

  /// The problem that `call` ends with.
  static func problem(
    _ call: () async throws(APIProblem) -> some Any
  ) async -> APIProblem? {
    do throws(APIProblem) {
      _ = try await call()
      return nil
    } catch {
      return error
    }
  }
}

extension HTTPTransport {
  /// Carries out a call that reads, changes harmlessly, or must not be repeated.
  func carryOut(_ repeatability: APICall.Repeatability) async throws(APIProblem) -> HTTPAnswer {
    let call =
      switch repeatability {
      case .read: APICall(method: "GET", path: "/x", repeatability: .read)
      case .idempotent: APICall(method: "DELETE", path: "/x", repeatability: .idempotent)
      case .once:
        APICall(method: "POST", path: "/x", body: Array("{}".utf8), repeatability: .once)
      }
    return try await CallRunner(transport: self).answer(to: call)
  }
}
