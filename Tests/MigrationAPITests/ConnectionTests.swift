import FoundationEssentials
import SystemPackage
import Testing
import TestSupport

@testable import MigrationAPI

struct ConnectionTests {
  private func resolve(
    _ choice: ConnectionChoice = ConnectionChoice(), config: String? = nil,
    environment: [String: String] = [:], sdkFile: String? = nil
  ) throws -> Connection {
    try TemporaryDirectory.with { directory in
      if let config { try directory.write(config, to: "config/ferry/config.yaml") }
      if let sdkFile { try directory.write(sdkFile, to: "home/.huaweicloud/credentials") }
      var environment = environment
      environment["HOME"] = directory.path.appending("home").string
      environment["XDG_CONFIG_HOME"] = directory.path.appending("config").string
      environment["XDG_RUNTIME_DIR"] = "/run/user/1000"
      return try Connection.resolve(choice, environment: environment)
    }
  }

  private static let keys = ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "SK"]

  @Test func `without anything the local service is meant`() throws {
    let connection = try resolve()
    #expect(connection.profile == "local")
    #expect(connection.endpoint == Endpoint(socket: "/run/user/1000/ferry/ferry.sock"))
    #expect(connection.isLocal)
    #expect(connection.credentials == .none)
  }

  @Test func `a profile brings endpoint, project, caution and pace`() throws {
    let connection = try resolve(
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

  @Test func `options come before the environment, and that before the profile`() throws {
    let config = "profiles: {p: {endpoint: 'https://h', project_id: of-profile}}"
    var environment = Self.keys
    environment["HUAWEICLOUD_SDK_PROJECT_ID"] = "of-environment"
    let choice = ConnectionChoice(profile: "p")
    #expect(
      try resolve(choice, config: config, environment: environment).projectID == "of-environment")
    let option = ConnectionChoice(profile: "p", projectID: "of-option")
    #expect(try resolve(option, config: config, environment: environment).projectID == "of-option")
    #expect(try resolve(choice, config: config, environment: Self.keys).projectID == "of-profile")
  }

  @Test func `a region alone names the endpoint`() throws {
    let config = "profiles: {p: {region: cn-north-4, project_id: x}}"
    let connection = try resolve(
      ConnectionChoice(profile: "p"), config: config, environment: Self.keys)
    #expect(connection.endpoint.description == "https://oms.cn-north-4.myhuaweicloud.com")
  }

  @Test func `the SDK's file is read when the environment has no keys`() throws {
    let connection = try resolve(
      ConnectionChoice(endpoint: "https://h", projectID: "p"),
      sdkFile: "# comment\n[other]\nak = no\n[basic]\nak = FILEAK\nsk=FILESK=\n")
    #expect(
      connection.credentials
        == .keys(StorageKeys(accessKey: "FILEAK", secretKey: Secret("FILESK=")), securityToken: nil)
    )
  }

  @Test func `a token is used before keys`() throws {
    var environment = Self.keys
    environment["FERRY_AUTH_TOKEN"] = "T"
    let connection = try resolve(
      ConnectionChoice(endpoint: "https://h", projectID: "p"), environment: environment)
    #expect(connection.credentials == .token(Secret("T")))
  }

  @Test(
    arguments: [
      (ConnectionChoice(profile: "nowhere"), nil, "nowhere"),
      (ConnectionChoice(profile: "p", endpoint: "https://h"), nil, "not both"),
      (ConnectionChoice(endpoint: "https://h"), nil, "--project-id"),
      (ConnectionChoice(endpoint: "nonsense", projectID: "p"), nil, "nonsense"),
      (ConnectionChoice(endpoint: "https://h", projectID: "p", api: "v3"), nil, "v3"),
      (ConnectionChoice(), "profiles: [", "config.yaml"),
      (ConnectionChoice(), "profiles: {p: {protected: perhaps}}", "protected"),
      (ConnectionChoice(profile: "p"), "profiles: {p: {project_id: x}}", "endpoint"),
      (
        ConnectionChoice(profile: "p"),
        "profiles: {p: {endpoint: 'https://h', project_id: x, refresh_seconds: 0}}",
        "refresh_seconds"
      ),
    ] as [(ConnectionChoice, String?, String)])
  func `a mistake is told in one line`(choice: ConnectionChoice, config: String?, word: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try resolve(choice, config: config, environment: Self.keys)
    }
    #expect(error?.description.contains(word) == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func `no credentials at all is told with the ways to give some`() {
    let error = #expect(throws: ConfigurationError.self) {
      try resolve(ConnectionChoice(endpoint: "https://h", projectID: "p"))
    }
    #expect(error?.description.contains("HUAWEICLOUD_SDK_AK") == true)
  }
}

struct SecretTests {
  @Test func `a secret shows stars however it is printed`() {
    let keys = StorageKeys(accessKey: "AK", secretKey: Secret("hush"))
    var dumped = ""
    dump(keys, to: &dumped)
    #expect(!"\(keys)".contains("hush"))
    #expect(!String(reflecting: keys).contains("hush"))
    #expect(!dumped.contains("hush"))
    #expect(!String(describing: Credentials.token(Secret("hush"))).contains("hush"))
  }
}
