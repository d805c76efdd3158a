import FoundationEssentials
import SystemPackage
import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

/// Profiles whose credentials a command prints or a token buys.
extension ConnectionTests {
  private static func config(_ credentials: String) -> String {
    """
    profiles:
      vault:
        endpoint: https://h
        project_id: p
        credentials: \(credentials)
    """
  }

  private static let vault = ConnectionChoice(profile: "vault")

  @Test(arguments: [
    ("{command: \"echo AK; echo SK\"}", nil),
    ("{command: \"printf 'AK\\\\nSK\\\\nT\\\\n'\"}", Secret("T")),
  ])
  func `the command of a profile prints its keys`(
    credentials: String, token: Secret?
  ) async throws {
    let connection = try Connection.resolved(Self.vault, config: Self.config(credentials))
    #expect(connection.origin == .command(profile: "vault"))
    let pair = StorageKeys(accessKey: "AK", secretKey: Secret("SK"))
    #expect(try await connection.credentials.current() == .keys(pair, securityToken: token))
  }

  @Test func `a command that fails is told with its profile and status, and is not run again`()
    async throws
  {
    try await TemporaryDirectory.with { directory in
      let count = directory.path.appending("count").string
      let connection = try Connection.resolved(
        Self.vault, config: Self.config("{command: \"echo SECRET | tee -a '\(count)'; exit 3\"}"))
      for _ in 0..<2 {
        let problem = await #expect(throws: APIProblem.self) {
          try await connection.credentials.current()
        }
        #expect(problem?.kind == .credentials)
        let line = problem?.english ?? ""
        #expect(line.contains("'vault'") && line.contains("status 3"), "\(line)")
        #expect(!line.contains("SECRET") && !line.contains("\n"))
      }
      #expect(try String(contentsOfFile: count, encoding: .utf8) == "SECRET\n")
    }
  }

  @Test func `keys that a service refuses are printed anew, once`() async throws {
    try await TemporaryDirectory.with { directory in
      let count = directory.path.appending("count").string
      let text = "echo x >> '\(count)'; echo AK$(grep -c x '\(count)'); echo SK"
      let credentials = CommandCredentials(KeyCommand(text), profile: "vault")
      let first = try await credentials.current()
      #expect(try await credentials.current() == first)
      // What has just been printed and is refused is wrong, and not over.
      #expect(try await credentials.renewed(after: first) == nil)
      #expect(first.storageKeys?.accessKey == "AK1")
    }
  }

  @Test(arguments: ["command: \"exit 1\"", "vault"])
  func `the words of credentials are told where none of them stands`(text: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(Self.vault, config: Self.config("'\(text)'"))
    }
    #expect(error?.english.contains("sdk-file") == true, "\(error?.english ?? "-")")
  }

  private static func temporary(_ iam: String, _ credentials: String = "token") -> String {
    """
    profiles:
      bought:
        endpoint: http://elsewhere.example
        project_id: p
        iam_endpoint: \(iam)
        credentials: \(credentials)
        temporary_keys: true
    """
  }

  @Test func `a token buys temporary keys for a profile that wants them`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      let end = Date().timeIntervalSince(TestClock.beginning) + 14_400
      await cloud.answer("POST /v3.0/OS-CREDENTIAL/securitytokens", .keys("AK1", end: end))
      let connection = try Connection.resolved(
        ConnectionChoice(profile: "bought"), config: Self.temporary(endpoint.description),
        environment: ["FERRY_AUTH_TOKEN": "T"])
      #expect(connection.origin == .temporaryKeys(by: .token))
      let credentials = try await connection.credentials.current()
      #expect(credentials.storageKeys?.accessKey == "AK1")
      #expect(credentials.storageKeys?.securityToken != nil)
    }
  }

  @Test func `a token is sent in the clear to no identity service either`() {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(
        ConnectionChoice(profile: "bought"), config: Self.temporary("http://iam.example"),
        environment: ["FERRY_AUTH_TOKEN": "T"])
    }
    #expect(error?.english.contains("http://iam.example") == true)
  }

  @Test(arguments: ["environment", "sdk-file", "{command: x}"])
  func `only a token buys keys`(credentials: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(
        ConnectionChoice(profile: "bought"),
        config: Self.temporary("https://iam.example", credentials), environment: Self.keys)
    }
    #expect(error?.english.contains(":7: profile 'bought' key 'temporary_keys'") == true)
    #expect(error?.english.contains("credentials: token") == true)
  }
}
