import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

@testable import MigrationService

/// The whole service on real sockets.
struct LocalServiceTests {
  static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  static let key = AccessKey(
    keys: StorageKeys(accessKey: "AK", secretKey: Secret("SK")), project: "p")

  static func configuration(
    _ directory: TemporaryDirectory, listener: ServiceConfiguration.Listener? = nil
  ) -> ServiceConfiguration {
    ServiceConfiguration(
      stateDirectory: directory.path.appending("state"),
      socket: directory.path.appending("run").appending("s.sock"), listener: listener, log: log)
  }

  /// Runs a service until `body` has ended, and then waits until the service has.
  static func with(
    _ configuration: ServiceConfiguration, mover: FakeMover = FakeMover(),
    _ body: @escaping @Sendable (ServiceAddresses) async throws -> Void
  ) async throws {
    let (ready, continuation) = AsyncStream.makeStream(of: ServiceAddresses.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      let service = LocalService(
        configuration, mover: mover, listing: FakeListing(), onReady: { continuation.yield($0) })
      group.addTask { try await service.run() }
      group.addTask {
        for await addresses in ready { return try await body(addresses) }
      }
      try await group.next()
      group.cancelAll()
      do {
        try await group.waitForAll()
      } catch is CancellationError {
        // This is how a cancelled service may end.
      }
    }
  }

  static func get(
    _ url: String, signed: Bool = false
  ) async throws -> (status: Int, body: String) {
    var request = HTTPClientRequest(url: url)
    if signed, let parts = URLComponents(string: url) {
      let unsigned = UnsignedRequest(
        method: "GET", host: "\(parts.host ?? ""):\(parts.port ?? 0)", path: parts.path,
        query: (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") })
      for (name, value) in RequestSigner(keys: key.keys).signedHeaders(of: unsigned, at: Date()) {
        request.headers.add(name: name, value: value)
      }
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
    let body = try await response.body.collect(upTo: 1 << 20)
    return (Int(response.status.code), String(buffer: body))
  }

  static func socketURL(_ addresses: ServiceAddresses, _ path: String) throws -> String {
    let allowed = CharacterSet.alphanumerics
    let socket = try #require(
      addresses.socket.string.addingPercentEncoding(withAllowedCharacters: allowed))
    return "http+unix://\(socket)\(path)"
  }

  static func mode(_ path: FilePath) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path.string)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test func `the socket answers without a signature, and is for its owner alone`() async throws {
    try await TemporaryDirectory.with { directory in
      let configuration = Self.configuration(directory)
      try await Self.with(configuration) { addresses in
        #expect(addresses.port == nil)
        #expect(try Self.mode(addresses.socket) == 0o600)
        #expect(try Self.mode(addresses.socket.removingLastComponent()) == 0o700)
        #expect(try Self.mode(configuration.stateDirectory) == 0o700)
        let url = try Self.socketURL(addresses, "/v1/p/objectstorage/task?start=0&limit=5")
        let answer = try await Self.get(url)
        #expect(answer.status == 200)
        #expect(answer.body == "[]")
      }
      #expect(!directory.has("run/s.sock"))
    }
  }

  @Test func `a cancelled service halts the mover and leaves running tasks running`() async throws {
    try await TemporaryDirectory.with { directory in
      let mover = FakeMover()
      let configuration = Self.configuration(directory)
      try await Self.with(configuration, mover: mover) { addresses in
        var request = HTTPClientRequest(
          url: try Self.socketURL(addresses, "/v1/p/objectstorage/task"))
        request.method = .POST
        request.body = .bytes(ByteBuffer(string: Bodies.create()))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        #expect(response.status.code == 200)
        try await eventually("the task moves") { mover.running.isEmpty ? nil : true }
      }
      #expect(mover.halts == 1)
      let store = try TaskStore(directory: configuration.stateDirectory)
      #expect(try store.unfinished().map { try store.task($0)?.state } == [.running])
    }
  }

  @Test func `TCP answers signed requests for the key's own project alone`() async throws {
    try await TemporaryDirectory.with { directory in
      let listener = ServiceConfiguration.Listener(
        host: "127.0.0.1", port: 0, accessKeys: [Self.key])
      try await Self.with(Self.configuration(directory, listener: listener)) { addresses in
        let base = "http://127.0.0.1:\(try #require(addresses.port))"
        let list = "/objectstorage/task?start=0&limit=5"
        #expect(try await Self.get("\(base)/healthz").status == 200)
        #expect(try await Self.get("\(base)/v1/p\(list)").status == 401)
        #expect(try await Self.get("\(base)/v1/p\(list)", signed: true).status == 200)
        let other = try await Self.get("\(base)/v1/q\(list)", signed: true)
        #expect(other.status == 403)
        #expect(other.body.contains("OMS.0072"))
      }
    }
  }

  @Test(arguments: ["0.0.0.0", "192.0.2.1", "example.org", "::", "127.evil.org"])
  func `an address that others can reach needs TLS`(host: String) async throws {
    try await TemporaryDirectory.with { directory in
      let listener = ServiceConfiguration.Listener(host: host, port: 0, accessKeys: [Self.key])
      await #expect(throws: ServiceProblem.needsTLS(host: host)) {
        try await LocalService(
          Self.configuration(directory, listener: listener), mover: FakeMover(),
          listing: FakeListing()
        ).run()
      }
    }
  }

  @Test func `an address needs access keys`() async throws {
    try await TemporaryDirectory.with { directory in
      let listener = ServiceConfiguration.Listener(host: "127.0.0.1", port: 0, accessKeys: [])
      await #expect(throws: ServiceProblem.needsAccessKeys) {
        try await LocalService(
          Self.configuration(directory, listener: listener), mover: FakeMover(),
          listing: FakeListing()
        ).run()
      }
    }
  }

  @Test func `a path that is too long for a socket is refused with its length`() async throws {
    try await TemporaryDirectory.with { directory in
      var configuration = Self.configuration(directory)
      configuration.socket = directory.path.appending(String(repeating: "x", count: 100))
      await #expect(throws: ServiceProblem.self) {
        try await LocalService(configuration, mover: FakeMover(), listing: FakeListing()).run()
      }
    }
  }
}
