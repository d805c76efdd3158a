import Foundation
import OMSWire
import Testing

@testable import Migration

@testable import MigrationService

@testable import OMSClient

/// The real service as a process of its own, that is killed and comes again.
actor ServiceProcess {
  private let home: FerryHome
  private let options: [String]
  private let mounts: Mounts?
  private let endpoint: Endpoint
  /// Calls it once only: what is sent again could hide that something was lost.
  nonisolated let client: V1Client
  private let transport: HTTPTransport
  /// Which process it is, counted from 1.
  private(set) var life = 0

  /// A service of `home` that does not run yet.
  ///
  /// - Parameters:
  ///   - home: Whose service it is.
  ///   - options: Its options.
  ///   - mounts: Where it sees other file systems than the rest of the machine.
  init(of home: FerryHome, _ options: [String] = [], inside mounts: Mounts? = nil) {
    self.home = home
    self.options = options
    self.mounts = mounts
    endpoint = Endpoint(socket: home.path("run/ferry/ferry.sock"))
    var conduct = CallConduct()
    conduct.policy.mostAttempts = 1
    transport = HTTPTransport(
      endpoint: endpoint, credentials: Credentials.none, projectID: "torture",
      deadline: .seconds(120), conduct: conduct)
    client = V1Client(transport: transport)
  }

  /// Lets it run, and returns when it answers.
  func begin() async throws {
    try await launch()
    try await waitForLife()
  }

  /// Lets it run.
  func launch() async throws {
    life += 1
    try await home.start(
      ["serve"] + options, log: "serve-\(life).log", through: mounts?.entry ?? [])
  }

  /// Returns when it answers.
  nonisolated func waitForLife() async throws {
    try await waitUntil("an answer of the service") {
      await ServiceHealth.probe(endpoint, within: .seconds(60)).status == 200
    }
  }

  /// Ends it with `signal`, and returns when it is gone.
  ///
  /// - Throws: ``HasEnded`` when it was gone already, or ``NeverHappened`` when it stays.
  func end(_ signal: Int32) async throws {
    let services = home.services
    guard !services.isEmpty else { throw HasEnded(words: words()) }
    for service in services { kill(service, signal) }
    try await waitUntil("the end of the service", within: .seconds(60)) { home.services.isEmpty }
  }

  /// The service has ended by itself.
  struct HasEnded: Error {
    /// What it has said last.
    var words: String
  }

  /// Returns a task once it is as `wanted`.
  nonisolated func wait(
    _ expectation: String, of id: TaskID, _ wanted: (MigrationTask) -> Bool
  ) async throws -> MigrationTask {
    var task = try await client.show(id)
    try await waitUntil(
      "\(expectation); it was \(task.state) with \(task.objects)", within: .seconds(600)
    ) {
      task = try await client.show(id)
      return wanted(task)
    }
    return task
  }

  /// The objects that a task has not moved, one by one.
  nonisolated func unmoved(
    _ list: String = "failed-objects", of id: TaskID
  ) async throws -> [UnmovedObject] {
    var all: [UnmovedObject] = []
    while true {
      let answer = try await transport.send(
        "GET", "/local/v1/torture/task/\(id)/\(list)",
        query: [("start", "\(all.count)"), ("limit", "100")])
      #expect(answer.status == 200)
      let page = try WireForm.unmovedObjects.value(in: answer.body)
      guard !page.isEmpty else { return all }
      all += page
    }
  }

  /// What it has said last.
  func words() -> String {
    let text = FileManager.default.contents(atPath: home.path("serve-\(life).log")) ?? Data()
    return String(decoding: text.suffix(4000), as: UTF8.self)
  }
}
