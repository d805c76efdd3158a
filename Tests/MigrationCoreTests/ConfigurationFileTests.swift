import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct ConfigurationFileTests {
  private static func read(_ text: String) throws -> ConfigurationFile {
    try TemporaryDirectory.with { directory in
      try directory.write(text, to: "config.yaml")
      return try ConfigurationFile(path: directory.path.appending("config.yaml"))
    }
  }

  @Test func `every key is read`() throws {
    let file = try Self.read(
      """
      default: prod
      profiles:
        prod:
          endpoint: https://oms.example.test
          iam_endpoint: https://iam.example.test
          region: region-x
          project_id: 0123
          api: v2
          credentials: sdk-file
          read_only: yes
          protected: true
          refresh_seconds: 2.5
        empty:
      """)
    var expected = Profile()
    expected.endpoint = try Endpoint("https://oms.example.test")
    expected.identityEndpoint = try Endpoint("https://iam.example.test")
    expected.region = try Region("region-x")
    expected.projectID = "0123"
    expected.api = .v2
    expected.credentials = .sdkFile
    expected.isReadOnly = true
    expected.isProtected = true
    expected.refresh = .seconds(2.5)
    #expect(file.profiles == ["prod": expected, "empty": Profile()])
    #expect(file.defaultProfile == "prod")
    #expect(file.remarks.isEmpty)
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n"])
  func `an editor's mark and line ends make no difference`(mark: String, end: String) throws {
    let file = try Self.read("\(mark)profiles:\(end)  p:\(end)    api: v1\(end)")
    #expect(file.profiles["p"]?.api == .v1)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "~", "profiles:", "profiles: {}"])
  func `an empty file has no profiles`(text: String) throws {
    let file = try Self.read(text)
    #expect(file.profiles.isEmpty)
    #expect(file.remarks.isEmpty)
  }

  @Test func `a missing file has no profiles`() throws {
    #expect(try ConfigurationFile(path: "/nonexistent/config.yaml").profiles.isEmpty)
  }

  @Test func `an unknown key is told with line, profile and key, and the rest holds`() throws {
    let file = try Self.read("profiles:\n  p:\n    protect: true\n    read_only: true\n")
    #expect(file.profiles["p"]?.isReadOnly == true)
    let remark = try #require(file.remarks.first)
    #expect(file.remarks.count == 1)
    #expect(remark.profile == "p")
    #expect(remark.fault.english.contains("config.yaml:3: profile 'p' key 'protect'"))
  }

  @Test(arguments: [
    ("endpoint", "gopher://x"), ("iam_endpoint", "[a]"), ("region", "evil.example/"),
    ("project_id", "{}"), ("api", "v3"), ("credentials", "vault"), ("read_only", "perhaps"),
    ("protected", "{}"), ("refresh_seconds", "0"), ("refresh_seconds", "1e99"),
    ("refresh_seconds", ".nan"), ("refresh_seconds", "fast"),
  ])
  func `a wrong value is told in one line, and costs nothing but its profile`(
    key: String, value: String
  ) throws {
    let file = try Self.read("profiles:\n  p:\n    \(key): \(value)\n  q:\n    api: v1\n")
    let remark = try #require(file.remarks.first)
    #expect(file.remarks.count == 1)
    #expect(
      remark.fault.english.contains("config.yaml:3: profile 'p' key '\(key)'"),
      "\(remark.fault.english)")
    #expect(!remark.fault.english.contains("\n"))
    #expect(file.profiles["q"]?.api == .v1)
    #expect(file.remarks(on: "q").isEmpty)
  }

  @Test func `a profile that is no mapping is told, and the others hold`() throws {
    let file = try Self.read("profiles:\n  p: https://h\n  q: {api: v1}\n")
    #expect(file.remarks.map(\.profile) == ["p"])
    #expect(file.profiles["q"]?.api == .v1)
  }

  @Test(arguments: ["colour: red", "default: [a]", "profiles: text"])
  func `what is wrong at the top is told`(text: String) throws {
    let file = try Self.read(text)
    #expect(file.remarks.map(\.profile) == [nil])
  }

  @Test(arguments: ["profiles: [", "a: 1\na: 2", "- a\n- b", "just text", "\t", "*unknown"])
  func `a file that is no configuration is told in one line`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try Self.read(text) }
    #expect(error?.english.contains("config.yaml") == true)
    #expect(error?.english.contains("\n") == false)
  }

  @Test(arguments: [
    "profiles:\n  p:\n    secret_key: @HUSH\n", "secret_key: HUSH\nsecret_key: HUSH\n",
    "secret_key: \"HUSH\n", "profiles:\n\tp: HUSH\n",
  ])
  func `the text of a broken file is never told, as it may hold a key`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try Self.read(text) }
    #expect(error?.english.contains("HUSH") == false)
    #expect(error?.english.contains(#/config\.yaml:\d/#) == true)
  }
}
