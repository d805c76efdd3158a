import TestServers
import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

/// Services that repeat what they were sent must not make it visible.
struct HiddenSecretsTests {
  private static let login = Login(
    user: "alice", account: "acme", password: Secret("FAKE-\"PASS\"/WORD"),
    scope: .name("region-x"))

  private static func shown(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text + "\(value)" + String(reflecting: value)
  }

  @Test(arguments: [400, 401, 403, 404, 500])
  func `a password that the identity service repeats stays hidden`(status: Int) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      let written = #"FAKE-\"PASS\"\/WORD"#
      await cloud.answer(
        "POST /v3/auth/tokens",
        .identityError(status, "you sent \(written) and FAKE-PASSWORD"))
      let login = TokenLogin(Self.login, at: endpoint)
      let problem = await #expect(throws: APIProblem.self) { try await login.current() }
      let text = Self.shown(problem as Any) + Self.shown(login)
      #expect(!text.contains("PASS\""))
      #expect(!text.contains(#"PASS\""#))
      #expect(text.contains("you sent"))
    }
  }

  @Test func `a body of no known shape is not quoted`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(
        "GET /v3/projects", FakeCloud.Reply(status: 401, body: "refused: FAKE-TOKEN-1"))
      let lookup = ProjectLookup(
        region: "r", at: endpoint, credentials: Credentials.token(Secret("FAKE-TOKEN-1")))
      let problem = await #expect(throws: APIProblem.self) { try await lookup.project() }
      #expect(!Self.shown(problem as Any).contains("FAKE-TOKEN-1"))
    }
  }

  @Test func `a token and keys are in no description of what holds them`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /v3/auth/tokens", .token("FAKE-TOKEN-1"))
      await cloud.answer(
        "POST /v3.0/OS-CREDENTIAL/securitytokens", .keys("AK1", end: 14_400))
      let login = TokenLogin(Self.login, at: endpoint)
      let keys = TemporaryKeys(from: login, at: endpoint, now: TestClock().now)
      let text =
        Self.shown(try await keys.current()) + Self.shown(try await login.current())
        + Self.shown(login) + Self.shown(keys) + Self.shown(Self.login)
      for secret in ["FAKE-TOKEN-1", "FAKE-SECRET", "FAKE-STS", "PASS"] {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
  }

  @Test func `nothing of a connection's secrets is written to a file`() async throws {
    try await TemporaryDirectory.with { directory in
      try await FakeCloud.serving { cloud, endpoint in
        await cloud.answer("POST /v3/auth/tokens", .token("FAKE-TOKEN-1"))
        await cloud.answer("GET /", .versions("v1"))
        await cloud.answer("GET /v1/p1/objectstorage/task", FakeCloud.Reply(body: "[]"))
        let connection = try Connection.resolve(
          ConnectionChoice(endpoint: endpoint.description),
          environment: [
            "HOME": directory.path.string, "FERRY_IAM_USER": "alice",
            "FERRY_IAM_PASSWORD": "FAKE-PASSWORD", "HUAWEICLOUD_SDK_REGION": "region-x",
            "HUAWEICLOUD_SDK_IAM_ENDPOINT": endpoint.description,
          ])
        _ = try await connection.backend.list(TaskQuery())
        let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path.string)
        #expect(files.contains { $0.hasSuffix("api-versions.json") })
        for file in files {
          let data = FileManager.default.contents(
            atPath: directory.path.appending(file).string)
          let text = String(decoding: data ?? Data(), as: UTF8.self)
          #expect(!text.contains("FAKE-"), "\(file)")
        }
        #expect(!Self.shown(connection).contains("FAKE-"))
      }
    }
  }
}
