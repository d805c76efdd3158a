import TestServers
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct ProjectLookupTests {
  private static let call = "GET /v3/projects"
  private static let keys = Credentials.keys(
    StorageKeys(accessKey: "AK", secretKey: Secret("FAKE-SK")), securityToken: nil)

  private static func lookup(
    _ endpoint: Endpoint, _ credentials: any CredentialSource = keys
  ) -> ProjectLookup {
    ProjectLookup(region: "region-x", at: endpoint, credentials: credentials)
  }

  @Test func `the region's project is found with a signature, and remembered`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .projects("p1"))
      let lookup = Self.lookup(endpoint)
      let project = try await lookup.project()
      #expect(project == IdentityProject(id: "p1", name: "region-x", domainID: "d1"))
      #expect(try await lookup.project() == project)
      let seen = await cloud.seen
      #expect(seen.map(\.query) == [["name": "region-x"]])
      #expect(seen.first?.headers["authorization"]?.hasPrefix("SDK-HMAC-SHA256 ") == true)
      #expect(seen.first?.headers["x-project-id"] == nil)
    }
  }

  @Test func `a token finds it, too`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .projects("p1"))
      _ = try await Self.lookup(endpoint, Credentials.token(Secret("T1"))).project()
      #expect(await cloud.seen.first?.headers["x-auth-token"] == "T1")
    }
  }

  @Test func `many who ask at once ask once`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .projects("p1"))
      await cloud.hold()
      let lookup = Self.lookup(endpoint)
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<20 { group.addTask { try await lookup.project().id } }
        await cloud.arrived(1)
        await cloud.release()
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(ids == ["p1"])
      #expect(await cloud.seen.count == 1)
    }
  }

  @Test(arguments: [
    (FakeCloud.Reply.projects(), "no project"), (.projects("p1", "p2"), "2 projects"),
    (.projects("p1", name: "region-y"), "no project"), (.projects("../p1"), "no project"),
    (.identityError(401, "bad signature"), "bad signature"),
    (.projects("p1", name: ""), "region-x"),
    (FakeCloud.Reply(body: "[]"), "identity service"),
  ])
  func `anything but one project is told in words`(
    reply: FakeCloud.Reply, words: String
  ) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, reply)
      let problem = await #expect(throws: APIProblem.self) {
        try await Self.lookup(endpoint).project()
      }
      #expect(problem?.english.contains(words) == true, "\(String(describing: problem))")
    }
  }

  @Test func `a service that ignores the name finds it among all`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      let body = #"{"projects":[{"id":"p0","name":"MOS"},{"id":"p1","name":"region-x"}]}"#
      await cloud.answer(Self.call, FakeCloud.Reply(body: body))
      let project = try await Self.lookup(endpoint).project()
      #expect(project.id == "p1")
    }
  }

  @Test func `a failure is not remembered`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .identityError(503, "busy"), .projects("p1"))
      let lookup = Self.lookup(endpoint)
      await #expect(throws: APIProblem.self) { try await lookup.project() }
      let project = try await lookup.project()
      #expect(project.id == "p1")
    }
  }

  @Test func `a pause that the identity service asks for is kept`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(
        "GET /v3/projects",
        FakeCloud.Reply(
          status: 429, headers: ["Retry-After": "60"],
          body: #"{"error":{"code":429,"message":"slow down"}}"#))
      let lookup = ProjectLookup(
        region: "region-x", at: endpoint, credentials: Credentials.token(Secret("T")))
      for _ in 0..<5 {
        let problem = await #expect(throws: APIProblem.self) { try await lookup.project() }
        #expect(problem?.kind == .throttled)
      }
      #expect(await cloud.count("GET /v3/projects") == 1)
    }
  }
}
