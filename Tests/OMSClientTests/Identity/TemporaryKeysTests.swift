import TestServers
import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSClient

struct TemporaryKeysTests {
  private static let call = "POST /v3.0/OS-CREDENTIAL/securitytokens"
  private static let token = Credentials.token(Secret("T1"))

  private static func keys(_ access: String) -> Credentials {
    .keys(
      StorageKeys(accessKey: access, secretKey: Secret("FAKE-SECRET")),
      securityToken: Secret("FAKE-STS"))
  }

  @Test func `a token buys keys for a time that is said`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .keys("AK1", end: 14_400))
      let keys = TemporaryKeys(from: Self.token, at: endpoint, now: TestClock().now)
      #expect(try await keys.current() == Self.keys("AK1"))
      let seen = await cloud.seen.first
      #expect(seen?.headers["x-auth-token"] == "T1")
      let body = try JSONDecoder().decode(JSON.self, from: Data((seen?.body ?? "").utf8))
      #expect(body["auth"]?["identity"]?["methods"] == .list([.text("token")]))
      #expect(
        body["auth"]?["identity"]?["token"] == .object(["duration_seconds": .integer(14_400)]))
    }
  }

  @Test(arguments: [(199, 1), (201, 2)])
  func `keys are replaced 40 minutes before their end`(minutes: Int, count: Int) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .keys("AK1", end: 14_400), .keys("AK2", end: 28_800))
      let clock = TestClock()
      let keys = TemporaryKeys(from: Self.token, at: endpoint, now: clock.now)
      _ = try await keys.current()
      clock.advance(by: .seconds(60 * minutes))
      #expect(try await keys.current() == Self.keys("AK\(count)"))
    }
  }

  @Test func `keys for a shorter time are used for half of it`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .keys("AK1", end: 900), .keys("AK2", end: 1800))
      let clock = TestClock()
      let keys = TemporaryKeys(from: Self.token, at: endpoint, now: clock.now)
      _ = try await keys.current()
      clock.advance(by: .seconds(440))
      #expect(try await keys.current() == Self.keys("AK1"))
      clock.advance(by: .seconds(20))
      #expect(try await keys.current() == Self.keys("AK2"))
    }
  }

  @Test func `the other shape of the answer is read, too`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(
        Self.call,
        FakeCloud.Reply(
          body: """
            {"credentials":{"accessKeyId":"AK1","secretAccessKey":"FAKE-SECRET",
            "securityToken":"FAKE-STS","expiration":"2024-03-01T03:59:59Z"}}
            """))
      let keys = try await TemporaryKeys(from: Self.token, at: endpoint, now: TestClock().now)
        .current()
      #expect(keys == Self.keys("AK1"))
    }
  }

  @Test func `a token that is refused is replaced once`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /v3/auth/tokens", .token("T1"), .token("T2"), .token("T3"))
      await cloud.answer(
        Self.call, .identityError(401, "token expired"), .keys("AK1", end: 14_400))
      let clock = TestClock()
      let login = TokenLogin(.sample, at: endpoint, now: clock.now)
      _ = try await login.current()
      clock.advance(by: .seconds(3600))
      let keys = TemporaryKeys(from: login, at: endpoint, now: clock.now)
      #expect(try await keys.current() == Self.keys("AK1"))
      #expect(await cloud.seen.last?.headers["x-auth-token"] == "T2")
      #expect(await cloud.count(Self.call) == 2)
    }
  }

  @Test func `a token that is refused for good is not shown again`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, .identityError(401, "no"))
      let keys = TemporaryKeys(from: Self.token, at: endpoint)
      for _ in 0..<2 {
        let problem = await #expect(throws: APIProblem.self) { try await keys.current() }
        #expect(problem?.kind == .credentials)
      }
      #expect(await cloud.count(Self.call) == 1)
    }
  }

  @Test(arguments: ["{}", #"{"credential":{"access":"AK"}}"#, #"{"credential":"x"}"#, "<html>"])
  func `an answer without keys is none`(body: String) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.call, FakeCloud.Reply(body: body))
      let problem = await #expect(throws: APIProblem.self) {
        try await TemporaryKeys(from: Self.token, at: endpoint).current()
      }
      #expect(problem?.kind == .unreadable)
    }
  }
}
