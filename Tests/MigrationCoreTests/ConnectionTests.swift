import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

struct ConnectionTests {
  static let keys = ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"]

  @Test func `without anything the local service is meant`() throws {
    let connection = try Connection.resolved()
    #expect(connection.profile == "local")
    #expect(connection.endpoint.description.hasSuffix("/run/ferry/ferry.sock"))
    #expect(connection.isLocal)
    #expect(connection.credentials as? Credentials == Credentials.none)
  }

  @Test func `a profile brings endpoint, project, caution and pace`() throws {
    let connection = try Connection.resolved(
      config: """
        default: prod
        profiles:
          prod:
            endpoint: https://oms.example.test
            project_id: p1
            protected: true
            read_only: true
            refresh_seconds: 5
        """, environment: Self.keys)
    #expect(connection.endpoint.description == "https://oms.example.test")
    #expect(connection.projectID == "p1")
    #expect(connection.isProtected && connection.isReadOnly)
    #expect(connection.refresh == .seconds(5))
  }

  @Test func `options come before the environment, and that before the default profile`() throws {
    let config = "{default: p, profiles: {p: {endpoint: 'https://h', project_id: of-profile}}}"
    var environment = Self.keys
    environment["HUAWEICLOUD_SDK_PROJECT_ID"] = "of-environment"
    #expect(
      try Connection.resolved(config: config, environment: environment).projectID
        == "of-environment")
    let option = ConnectionChoice(profile: "p", projectID: "of-option")
    #expect(
      try Connection.resolved(option, config: config, environment: environment).projectID
        == "of-option")
    #expect(
      try Connection.resolved(config: config, environment: Self.keys).projectID
        == "of-profile")
  }

  @Test func `a region alone names the endpoint`() throws {
    let config = "profiles: {p: {region: cn-north-4, project_id: x}}"
    let connection = try Connection.resolved(
      ConnectionChoice(profile: "p"), config: config, environment: Self.keys)
    #expect(connection.endpoint.description == "https://oms.cn-north-4.myhuaweicloud.com")
  }

  @Test func `the SDK's file is read when the environment has no keys`() throws {
    let connection = try Connection.resolved(
      ConnectionChoice(endpoint: "https://h", projectID: "p"),
      sdkFile: "# comment\n[other]\nak = no\n[basic]\nak = FILEAK\nsk=FILESK=\n")
    #expect(
      connection.credentials as? Credentials
        == .keys(StorageKeys(accessKey: "FILEAK", secretKey: Secret("FILESK=")), securityToken: nil)
    )
  }

  @Test func `a token is used before keys`() throws {
    var environment = Self.keys
    environment["FERRY_AUTH_TOKEN"] = "T"
    let connection = try Connection.resolved(
      ConnectionChoice(endpoint: "https://h", projectID: "p"), environment: environment)
    #expect(connection.credentials as? Credentials == .token(Secret("T")))
  }

  @Test(
    arguments: [
      (ConnectionChoice(profile: "nowhere"), nil, "nowhere"),
      (ConnectionChoice(profile: "p", endpoint: "https://h"), nil, "not both"),
      (ConnectionChoice(endpoint: "https://h"), nil, "--project-id"),
      (ConnectionChoice(endpoint: "nonsense", projectID: "p"), nil, "nonsense"),
      (ConnectionChoice(endpoint: "https://h", projectID: "p", api: "v3"), nil, "v3"),
      (ConnectionChoice(), "profiles: [", "config.yaml"),
      (ConnectionChoice(profile: "p"), "profiles: {p: {protected: perhaps}}", "protected"),
      (ConnectionChoice(), "profiles: text", "profiles"),
      (ConnectionChoice(profile: "p"), "profiles: {p: {region: R X}}", "region"),
      (ConnectionChoice(profile: "p"), "profiles: {p: {project_id: x}}", "endpoint"),
      (
        ConnectionChoice(profile: "p"),
        "profiles: {p: {endpoint: 'https://h', project_id: x, refresh_seconds: 0}}",
        "refresh_seconds"
      ),
    ] as [(ConnectionChoice, String?, String)])
  func `a mistake is told in one line`(choice: ConnectionChoice, config: String?, word: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(choice, config: config, environment: Self.keys)
    }
    #expect(error?.english.contains(word) == true)
    #expect(error?.english.contains("\n") == false)
  }

  @Test func `keys and a region find the project`() throws {
    let connection = try Connection.resolved(
      ConnectionChoice(endpoint: "https://oms.region-x.myhuaweicloud.com"), environment: Self.keys)
    #expect(connection.project is ProjectLookup)
    #expect(connection.projectID == nil)
  }

  @Test(
    arguments: [
      (nil, nil, APIChoice.auto), ("v2", nil, .v2), ("v2", "v1", .v1), ("v1", "auto", .auto),
    ] as [(String?, String?, APIChoice)])
  func `the option names the version before the profile does`(
    profile: String?, option: String?, api: APIChoice
  ) throws {
    let setting = profile.map { ", api: \($0)" } ?? ""
    let connection = try Connection.resolved(
      ConnectionChoice(profile: "p", api: option),
      config: "profiles: {p: {endpoint: 'https://h', project_id: x\(setting)}}",
      environment: Self.keys)
    #expect(connection.api == api)
  }

  @Test(arguments: [(0o600, 0), (0o644, 1), (0o660, 1)])
  func `a file with keys that others can read is warned about`(mode: Int, warnings: Int) throws {
    try TemporaryDirectory.with { directory in
      try directory.write("[basic]\nak = A\nsk = S\n", to: "keys")
      let file = directory.path.appending("keys")
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: file.string)
      let connection = try Connection.resolve(
        ConnectionChoice(endpoint: "https://h", projectID: "p"),
        environment: [
          "HOME": directory.path.string, "HUAWEICLOUD_SDK_CREDENTIALS_FILE": file.string,
        ])
      #expect(connection.warnings.count == warnings)
      #expect(connection.warnings.allSatisfy { $0.english.contains("chmod 600") })
    }
  }

  @Test func `an unknown key of the profile is refused, one of another profile is not`() throws {
    let config = """
      profiles: {p: {endpoint: 'https://h', project_id: x, colour: red}, q: {colour: red}}
      """
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(
        ConnectionChoice(profile: "p"), config: config, environment: Self.keys)
    }
    #expect(error?.english.contains("'colour'") == true)
    let other = config.replacing("colour: red}, q", with: "api: v1}, q")
    #expect(
      try Connection.resolved(ConnectionChoice(profile: "p"), config: other, environment: Self.keys)
        .profile
        == "p")
  }

  @Test func `no credentials at all is told with the ways to give some`() {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.resolved(ConnectionChoice(endpoint: "https://h", projectID: "p"))
    }
    #expect(error?.english.contains("HUAWEICLOUD_SDK_AK") == true)
  }
}
