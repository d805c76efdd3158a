import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOFoundationEssentialsCompat
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The service's routes in this process, with a fake mover behind them.
struct ServiceHarness: Sendable {
  /// The project that everything happens in.
  static let project = "5b1c2d3e4f50617283940a1b2c3d4e5f"

  let mover: FakeMover
  let engine: TaskEngine
  private let client: any TestClientProtocol

  /// Runs `body` against a service.
  ///
  /// - Parameters:
  ///   - directory: The state directory; `nil` makes one for this run alone.
  ///   - mover: What stands in for rclone.
  ///   - listing: What stands in for rclone where buckets are looked into.
  ///   - settings: The limits.
  ///   - policy: How callers are told apart.
  ///   - bounds: The places on this machine that callers may name.
  ///   - webhook: Where ends are told; `nil` when they cannot be.
  ///   - moverTrouble: What is wrong with the mover.
  ///   - isReachedFromElsewhere: Whether callers may be on other machines.
  ///   - now: The service's clock.
  ///   - body: The test.
  /// - Throws: What `body` throws, or what keeps the service from running.
  static func with(
    directory: FilePath? = nil, mover: FakeMover = FakeMover(),
    listing: FakeListing = FakeListing(),
    settings: EngineSettings = EngineSettings(), policy: Gate.Policy = .owner,
    bounds: Bounds = .anywhere, webhook: WebhookAddress? = nil, moverTrouble: String? = nil,
    isReachedFromElsewhere: Bool = false,
    now: @escaping @Sendable () -> Date = { Date() },
    _ body: @escaping @Sendable (ServiceHarness) async throws -> Void
  ) async throws {
    guard let directory else {
      return try await TemporaryDirectory.with { temporary in
        try await with(
          directory: temporary.path, mover: mover, listing: listing, settings: settings,
          policy: policy, bounds: bounds, webhook: webhook, moverTrouble: moverTrouble,
          isReachedFromElsewhere: isReachedFromElsewhere, now: now, body)
      }
    }
    let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let engine = try TaskEngine(
      store: TaskStore(directory: directory), mover: mover,
      directory: directory.appending("tasks"), settings: settings, confinement: bounds,
      poster: webhook.map { NoticePoster($0) }, log: log, now: now)
    let routes = ServiceRoutes(engine: engine, listing: listing) { moverTrouble }
    let router = routes.router(
      policy, bounds: bounds, isReachedFromElsewhere: isReachedFromElsewhere)
    try await Application(router: router, services: [engine], logger: log).test(.router) { client in
      try await body(ServiceHarness(mover: mover, engine: engine, client: client))
    }
  }

  /// Sends a request.
  func send(
    _ method: HTTPRequest.Method, _ path: String, body: String? = nil,
    headers: HTTPFields = [.contentType: "application/json"]
  ) async throws -> Answer {
    let response = try await client.executeRequest(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    return Answer(response)
  }

  /// Sends a request about tasks of the project; `path` begins after `task`.
  func task(
    _ method: HTTPRequest.Method, _ path: String = "", body: String? = nil
  ) async throws -> Answer {
    try await send(method, "/v1/\(Self.project)/objectstorage/task\(path)", body: body)
  }

  /// Creates a task that must be accepted.
  func create(_ body: String = Bodies.create()) async throws -> TaskID {
    let answer = try await task(.post, body: body)
    try #require(answer.status == 200, "\(answer)")
    return TaskID(rawValue: try #require(answer.json["id"]?.number))
  }

  /// Sends an operation; `members` come after it in the body.
  func operate(_ id: TaskID, _ operation: String, _ members: String = "") async throws -> Answer {
    try await task(.put, "/\(id)", body: #"{"operation":"\#(operation)"\#(members)}"#)
  }

  /// The members of a task that is there.
  func show(_ id: TaskID) async throws -> [String: JSON] {
    let answer = try await task(.get, "/\(id)")
    try #require(answer.status == 200, "\(answer)")
    return answer.json
  }

  /// Waits until a task has this status, and returns its members.
  @discardableResult
  func wait(for id: TaskID, status: Int64) async throws -> [String: JSON] {
    try await eventually("task \(id) has status \(status)") {
      let task = try await show(id)
      return task["status"] == .integer(status) ? task : nil
    }
  }

  /// Waits until a task's run has reached the mover.
  func waitUntilMoving(_ id: TaskID) async throws {
    try await eventually("task \(id) moves") { mover.running.contains(id) ? true : nil }
  }

  /// Creates a task and waits until it moves.
  func createMoving(_ body: String = Bodies.create()) async throws -> TaskID {
    let id = try await create(body)
    try await waitUntilMoving(id)
    return id
  }
}

/// Asks again and again until there is an answer, for a minute at most.
@discardableResult
func eventually<Value>(_ what: String, _ body: () async throws -> Value?) async throws -> Value {
  for _ in 0..<6000 {
    if let value = try await body() { return value }
    try await Task.sleep(for: .milliseconds(10))
  }
  throw NeverHappened(what: what)
}

/// What was waited for in vain.
struct NeverHappened: Error {
  let what: String
}

/// An answer, taken apart.
struct Answer: Sendable, CustomStringConvertible {
  let status: Int
  let headers: HTTPFields
  let text: String

  init(_ response: TestResponse) {
    status = response.status.code
    headers = response.headers
    text = String(buffer: response.body)
  }

  /// The body, whatever it is; a body that is no JSON is `null`.
  var value: JSON {
    (try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))) ?? .null
  }

  /// The members of the body; none when it is no object.
  var json: [String: JSON] {
    guard case .object(let members) = value else { return [:] }
    return members
  }

  /// The error code in the body.
  var code: String? { json["error_code"]?.string }

  var description: String { "\(status) \(text)" }
}

extension JSON {
  /// The whole number that this is.
  var number: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// The text that this is.
  var string: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The elements that this has.
  var elements: [JSON] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }
}
