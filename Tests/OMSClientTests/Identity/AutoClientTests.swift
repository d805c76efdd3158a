import TestServers
import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct AutoClientTests {
  static let v1List = "GET /v1/p1/objectstorage/task"
  static let v2List = "GET /v2/p1/tasks"

  static func client(
    _ endpoint: Endpoint, api: APIChoice = .auto, memory: VersionMemory? = nil,
    project: any ProjectSource = KnownProject(id: "p1")
  ) -> AutoClient {
    AutoClient(
      endpoint: endpoint, project: project, credentials: Credentials.token(Secret("T")), api: api,
      memory: memory)
  }

  static func withBothLists<Value: Sendable>(
    _ body: @Sendable @escaping (FakeCloud, Endpoint) async throws -> Value
  ) async throws -> Value {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(v1List, FakeCloud.Reply(body: "[]"))
      await cloud.answer(v2List, FakeCloud.Reply(body: #"{"tasks":[],"count":0}"#))
      return try await body(cloud, endpoint)
    }
  }

  @Test(arguments: [
    (FakeCloud.Reply.versions("v1", "v2"), v2List), (.versions("v2"), v2List),
    (.versions("v1.0", "v2.0"), v2List), (.versions("v1"), v1List), (.versions(), v1List),
    (.versions("v1", "v2", current: ["v1"]), v1List),
    (.versions("v1", "v2", current: ["v1", "v2"]), v2List),
    (.versions("v2", current: ["v1"]), v2List),
    (.versions("v1", "v1"), v1List), (FakeCloud.Reply(status: 404), v1List),
    (FakeCloud.Reply(status: 403, body: "no"), v1List), (FakeCloud.Reply(body: "<html>"), v1List),
  ])
  func `the newest version that a service lists is spoken, or the one it calls current, else v1`(
    versions: FakeCloud.Reply, call: String
  ) async throws {
    try await Self.withBothLists { cloud, endpoint in
      await cloud.answer("GET /", versions)
      let client = Self.client(endpoint)
      #expect(await cloud.seen.isEmpty)
      _ = try await client.list(TaskQuery())
      _ = try await client.list(TaskQuery())
      #expect(await cloud.seen.map(\.call) == ["GET /", call, call])
    }
  }

  @Test(arguments: [(APIChoice.v1, v1List), (.v2, v2List)])
  func `a version that was chosen is not asked for`(api: APIChoice, call: String) async throws {
    try await Self.withBothLists { cloud, endpoint in
      _ = try await Self.client(endpoint, api: api).list(TaskQuery())
      #expect(await cloud.seen.map(\.call) == [call])
    }
  }

  @Test func `a refusal is no answer about versions`() async throws {
    try await Self.withBothLists { cloud, endpoint in
      await cloud.answer("GET /", FakeCloud.Reply(status: 401), .versions("v2"))
      let client = Self.client(endpoint)
      let problem = await #expect(throws: APIProblem.self) { try await client.list(TaskQuery()) }
      #expect(problem?.kind == .credentials)
      _ = try await client.list(TaskQuery())
      #expect(await cloud.seen.last?.call == Self.v2List)
    }
  }

  @Test func `many first calls ask for versions once`() async throws {
    try await Self.withBothLists { cloud, endpoint in
      await cloud.answer("GET /", .versions("v2"))
      await cloud.hold()
      let client = Self.client(endpoint)
      try await withThrowingTaskGroup { group in
        for _ in 0..<10 { group.addTask { _ = try await client.list(TaskQuery()) } }
        await cloud.arrived(1)
        await cloud.release()
        try await group.waitForAll()
      }
      #expect(await cloud.count("GET /") == 1)
    }
  }

  @Test func `the project is looked up before anything else`() async throws {
    try await Self.withBothLists { cloud, endpoint in
      await cloud.answer("GET /", .versions("v1"))
      await cloud.answer("GET /v3/projects", .projects("p1"))
      let lookup = ProjectLookup(
        region: "region-x", at: endpoint, credentials: Credentials.token(Secret("T")))
      let client = Self.client(endpoint, project: lookup)
      _ = try await client.list(TaskQuery())
      _ = try await client.list(TaskQuery())
      #expect(
        await cloud.seen.map(\.call) == ["GET /v3/projects", "GET /", Self.v1List, Self.v1List])
    }
  }

  @Test func `a later run remembers the version`() async throws {
    try await TemporaryDirectory.with { directory in
      let path = directory.path.appending("state").appending("api-versions.json")
      try await Self.withBothLists { cloud, endpoint in
        await cloud.answer("GET /", .versions("v1", "v2"))
        for _ in 0..<2 {
          let client = Self.client(endpoint, memory: VersionMemory(path: path))
          _ = try await client.list(TaskQuery())
        }
        #expect(await cloud.seen.map(\.call) == ["GET /", Self.v2List, Self.v2List])
      }
    }
  }

  @Test func `what is remembered is forgotten when the service does not know the path`()
    async throws
  {
    try await TemporaryDirectory.with { directory in
      let memory = VersionMemory(path: directory.path.appending("api-versions.json"))
      try await FakeCloud.serving { cloud, endpoint in
        await cloud.answer("GET /", .versions("v1"))
        await cloud.answer(Self.v1List, FakeCloud.Reply(body: "[]"))
        memory.remember(.v2, of: endpoint)
        _ = try await Self.client(endpoint, memory: memory).list(TaskQuery())
        #expect(await cloud.seen.map(\.call) == [Self.v2List, "GET /", Self.v1List])
        #expect(memory.generation(of: endpoint) == .v1)
      }
    }
  }

  @Test func `a path that is unknown in the version just listed is not asked for again`()
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /", .versions("v1"))
      let client = Self.client(endpoint)
      for _ in 0..<2 {
        await #expect(throws: APIProblem.self) { try await client.list(TaskQuery()) }
      }
      #expect(await cloud.seen.map(\.call) == ["GET /", Self.v1List, Self.v1List])
    }
  }

  @Test func `a service that speaks another version later is understood later`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /", .versions("v1", "v2"), .versions("v1"))
      await cloud.answer(
        Self.v2List, FakeCloud.Reply(body: #"{"tasks":[],"count":0}"#), FakeCloud.Reply(status: 404)
      )
      await cloud.answer(Self.v1List, FakeCloud.Reply(body: "[]"))
      let clock = TestClock()
      let client = AutoClient(
        endpoint: endpoint, project: KnownProject(id: "p1"),
        credentials: Credentials.token(Secret("T")), api: .auto, memory: nil,
        now: clock.now)
      _ = try await client.list(TaskQuery())
      clock.advance(by: .seconds(3600))
      _ = try await client.list(TaskQuery())
      #expect(
        await cloud.seen.map(\.call)
          == ["GET /", Self.v2List, Self.v2List, "GET /", Self.v1List])
    }
  }

  @Test func `a task that is not there is no reason to ask for versions`() async throws {
    try await TemporaryDirectory.with { directory in
      let memory = VersionMemory(path: directory.path.appending("api-versions.json"))
      try await FakeCloud.serving { cloud, endpoint in
        memory.remember(.v1, of: endpoint)
        await cloud.answer(
          "DELETE /v1/p1/objectstorage/task/5",
          FakeCloud.Reply(status: 404, body: #"{"error_code":"OMS.0053","error_msg":"none"}"#))
        let client = Self.client(endpoint, memory: memory)
        let problem = await #expect(throws: APIProblem.self) {
          try await client.delete(TaskID(rawValue: 5))
        }
        #expect(problem?.kind == .notFound)
        #expect(await cloud.seen.count == 1)
        #expect(memory.generation(of: endpoint) == .v1)
      }
    }
  }

  @Test func `groups are those of the version`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /", .versions("v1"))
      await #expect(throws: APIProblem.self) { try await Self.client(endpoint).groups() }
      _ = try await Self.client(endpoint, api: .v2).groups()
    }
  }
}
