import TestServers
import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSClient

struct TokenLoginTests {
  static let call = "POST /v3/auth/tokens"

  @Test func `a login sends who, where and nothing else, and reads the token from the header`()
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"))
      let login = TokenLogin(.sample, at: endpoint)
      #expect(await cloud.seen.isEmpty)
      #expect(try await login.current() == .token(Secret("T1")))
      #expect(
        try await login.project() == IdentityProject(id: "p1", name: "region-x", domainID: "d1"))
      let seen = await cloud.seen
      #expect(seen.map(\.query) == [["nocatalog": ""]])
      #expect(seen.first?.headers["x-auth-token"] == nil)
      let body = try JSONDecoder().decode(JSON.self, from: Data((seen.first?.body ?? "").utf8))
      #expect(
        body["auth"]?["identity"]?["password"]?["user"]
          == .object([
            "name": .text("alice"), "password": .text("FAKE-\"PASS\"/WORD"),
            "domain": .object(["name": .text("acme")]),
          ]))
      #expect(body["auth"]?["identity"]?["methods"] == .list([.text("password")]))
      #expect(
        body["auth"]?["scope"] == .object(["project": .object(["name": .text("region-x")])]))
    }
  }

  @Test func `a project's id is a scope, too`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"))
      var who = Login.sample
      who.scope = .id("0f0e")
      _ = try await TokenLogin(who, at: endpoint).current()
      #expect(await cloud.seen.first?.body.contains(#""project":{"id":"0f0e"}"#) == true)
    }
  }

  @Test(arguments: [(1409, 1), (1411, 2)])
  func `a token is replaced 30 minutes before its end`(minutes: Int, logins: Int) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .token("T2"))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      _ = try await login.current()
      clock.advance(by: .seconds(60 * minutes))
      #expect(try await login.current() == .token(Secret("T\(logins)")))
      #expect(await cloud.seen.count == logins)
    }
  }

  @Test func `a refused token is replaced once, and the next refusal stands`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .token("T2"), .token("T3"))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      let first = try await login.current()
      clock.advance(by: .seconds(3600))
      let second = try await login.renewed(after: first)
      #expect(second == .token(Secret("T2")))
      #expect(try await login.renewed(after: .token(Secret("T2"))) == nil)
      #expect(await cloud.seen.count == 2)
    }
  }

  @Test(arguments: [true, false])
  func `a call that is refused is made once more with a new token, and never a third time`(
    isAnswered: Bool
  ) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      let list = "GET /v1/p1/objectstorage/task"
      let refused = FakeCloud.Reply(
        status: 401, body: #"{"error_code":"APIGW.0307","error_msg":"token expired"}"#)
      let replies = isAnswered ? [refused, FakeCloud.Reply(body: "[]")] : [refused]
      await cloud.answer(Self.call, .token("T1"), .token("T2"), .token("T3"))
      await cloud.answer(list, replies)
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      _ = try await login.current()
      clock.advance(by: .seconds(3600))
      let client = AutoClient(
        endpoint: endpoint, project: login, credentials: login, api: .v1)
      let page = try? await client.list(TaskQuery())
      #expect((page != nil) == isAnswered)
      #expect(await cloud.count(list) == 2)
      #expect(await cloud.count(Self.call) == 2)
      #expect(await cloud.seen.last?.headers["x-auth-token"] == "T2")
    }
  }

  @Test func `a wrong password is told in words, and not tried twice`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(
        Self.call, .identityError(401, "The username or password is wrong."), .token("T1"))
      let login = TokenLogin(.sample, at: endpoint)
      for _ in 0..<3 {
        let problem = await #expect(throws: APIProblem.self) { try await login.current() }
        #expect(problem?.kind == .credentials)
        #expect(problem?.english.contains("'alice'") == true)
        #expect(problem?.english.contains("password is wrong") == true)
      }
      #expect(await cloud.seen.count == 1)
    }
  }

  @Test func `a token that is still good is used while the identity service has trouble`()
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .identityError(503, "busy"), .token("T2"))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      _ = try await login.current()
      clock.advance(by: .seconds(23 * 3600 + 45 * 60))
      #expect(try await login.current() == .token(Secret("T1")))
      #expect(try await login.current() == .token(Secret("T1")))
      #expect(await cloud.seen.count == 2)
      clock.advance(by: .seconds(61))
      #expect(try await login.current() == .token(Secret("T2")))
    }
  }

  @Test func `a token that has ended is not used, whatever the trouble`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1"), .identityError(503, "busy"))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      _ = try await login.current()
      clock.advance(by: .seconds(25 * 3600))
      let problem = await #expect(throws: APIProblem.self) { try await login.current() }
      #expect(problem?.kind == .server)
    }
  }

  @Test(arguments: [
    FakeCloud.Reply(status: 201, body: "{}"),
    FakeCloud.Reply(status: 201, headers: ["X-Subject-Token": "T"], body: "<html>"),
    FakeCloud.Reply(status: 201, headers: ["X-Subject-Token": "T"], body: #"{"token":{}}"#),
    FakeCloud.Reply(
      status: 201, headers: ["X-Subject-Token": "T"],
      body: #"{"token":{"issued_at":"2024-02-28T00:00:00Z","expires_at":"2024-02-27T00:00:00Z"}}"#),
    FakeCloud.Reply(
      status: 201, headers: ["X-Subject-Token": "T"],
      body: #"{"token":{"expires_at":"99999999999999999999-01-01T00:00:00Z"}}"#),
    FakeCloud.Reply(
      status: 201,
      body: #"{"token":{"issued_at":"2024-02-28T00:00:00Z","expires_at":"2024-02-29T00:00:00Z"}}"#),
  ])
  func `an answer without a usable token is no login`(reply: FakeCloud.Reply) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, reply)
      let problem = await #expect(throws: APIProblem.self) {
        try await TokenLogin(.sample, at: endpoint).current()
      }
      #expect(problem?.kind == .unreadable)
    }
  }

  @Test(arguments: ["..", "a/b", "", "a\\u0000", "p?x=1"])
  func `a project that is no part of a path is not taken`(project: String) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .token("T1", project: project))
      let login = TokenLogin(.sample, at: endpoint)
      await #expect(throws: APIProblem.self) { try await login.project() }
    }
  }

  @Test func `nobody there is told with the address`() async throws {
    let endpoint = try Endpoint("http://127.0.0.1:1")
    let problem = await #expect(throws: APIProblem.self) {
      try await TokenLogin(.sample, at: endpoint).current()
    }
    #expect(problem?.kind == .unreachable)
    #expect(problem?.english.contains("127.0.0.1:1") == true)
  }
}
