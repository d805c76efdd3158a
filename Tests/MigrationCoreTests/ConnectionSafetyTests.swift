import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

/// That no other account, project or reader is met than the one that is meant.
struct ConnectionSafetyTests {
  private static let keys = ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"]
  private static let elsewhere = ConnectionChoice(endpoint: "https://h", projectID: "p")

  @Test(arguments: [
    (["HUAWEICLOUD_SDK_AK": "A"], "HUAWEICLOUD_SDK_SK"),
    (["HUAWEICLOUD_SDK_SK": "S"], "HUAWEICLOUD_SDK_AK"),
    (["HUAWEICLOUD_SDK_AK": "A", "HUAWEICLOUD_SDK_SK": ""], "HUAWEICLOUD_SDK_SK"),
    (["HUAWEICLOUD_SDK_SECURITY_TOKEN": "T"], "HUAWEICLOUD_SDK_AK"),
  ])
  func `half a pair is told, and no other keys are used instead`(
    environment: [String: String], missing: String
  ) {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(
        Self.elsewhere, environment: environment, sdkFile: "[basic]\nak = OTHER\nsk = OTHER\n")
    }
    #expect(error?.english.contains(missing) == true, "\(error?.english ?? "-")")
  }

  @Test(arguments: ["ak = A", "sk = S", "security_token = T"])
  func `half a pair in the SDK's file is told with the file`(line: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(Self.elsewhere, sdkFile: "[basic]\n\(line)\n")
    }
    #expect(error?.english.contains("credentials: ") == true)
    #expect(error?.english.contains("without") == true)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["=", ":", " = ", ": "])
  func `the SDK's file is read as the SDK reads it`(mark: String, sign: String) throws {
    let connection = try Connection.resolved(
      ConnectionChoice(endpoint: "https://h"),
      sdkFile: "\(mark)[basic]\r\nAK\(sign)A:1\r\nsk\(sign)S=2\r\nproject_id\(sign)p\r\n")
    #expect(
      connection.credentials as? Credentials
        == .keys(StorageKeys(accessKey: "A:1", secretKey: Secret("S=2")), securityToken: nil))
    #expect(connection.projectID == "p")
  }

  private static let prod = """
    default: prod
    profiles: {prod: {endpoint: 'https://h', project_id: own, region: region-x}}
    """
  private static let other = keys.merging(["HUAWEICLOUD_SDK_PROJECT_ID": "other"]) { $1 }

  @Test func `a profile that is named means its own project, whatever the environment says`() throws
  {
    let connection = try Connection.resolved(
      ConnectionChoice(profile: "prod"), config: Self.prod, environment: Self.other)
    #expect(connection.projectID == "own")
    #expect(connection.warnings.isEmpty)
  }

  @Test func `the environment's project comes before the default profile's, and is told`() throws {
    let connection = try Connection.resolved(config: Self.prod, environment: Self.other)
    #expect(connection.projectID == "other")
    #expect(
      connection.warnings
        == [.projectReplaced(profile: "prod", by: "HUAWEICLOUD_SDK_PROJECT_ID")])
    let chosen = try Connection.resolved(
      ConnectionChoice(projectID: "third"), config: Self.prod, environment: Self.other)
    #expect(chosen.projectID == "third" && chosen.warnings.isEmpty)
  }

  private static let token = ["FERRY_AUTH_TOKEN": "T"]

  @Test(arguments: [
    ("http://elsewhere", false), ("http://127.0.0.1:80", true), ("https://h", true),
  ])
  func `a token goes over plain HTTP to this machine only`(endpoint: String, isLet: Bool) {
    let choice = ConnectionChoice(endpoint: endpoint, projectID: "p")
    let connection = try? Connection.resolved(choice, environment: Self.token)
    #expect((connection != nil) == isLet)
  }

  @Test func `a profile may allow plain HTTP, and that is said each time`() throws {
    let connection = try Connection.resolved(
      ConnectionChoice(profile: "lab"),
      config: "profiles: {lab: {endpoint: 'http://lab', project_id: p, allow_plain_http: true}}",
      environment: Self.token)
    #expect(connection.warnings == [.openPath(connection.endpoint)])
    #expect(connection.endpoint.keepsSecrets && !connection.endpoint.isPrivate)
  }
}
