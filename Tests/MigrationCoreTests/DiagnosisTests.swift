import TestServers
import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient
@testable import PrivateFiles

struct ServiceDiagnosisTests {
  private static func findings(
    api: APIChoice = .auto, credentials: Credentials = .token(Secret("T")),
    _ prepare: @Sendable @escaping (FakeCloud) async -> Void
  ) async throws -> [String: [Finding]] {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /v1/p1/objectstorage/task", FakeCloud.Reply(body: "[]"))
      await cloud.answer("GET /v2/p1/tasks", FakeCloud.Reply(body: #"{"tasks":[],"count":0}"#))
      await prepare(cloud)
      let diagnosis = ServiceDiagnosis(
        Connection(
          profile: "p", endpoint: endpoint, projectID: "p1", credentials: credentials, api: api),
        words: \.english, leftOut: \.english)
      var all: [String: [Finding]] = [:]
      for step in ServiceDiagnosis.Step.allCases {
        for finding in await diagnosis.findings(of: step) {
          all[finding.check, default: []].append(finding)
        }
      }
      return all
    }
  }

  @Test func `a service in good health is ok in every step`() async throws {
    let all = try await Self.findings { await $0.answer("GET /", .versions("v1", "v2")) }
    #expect(Set(all.keys).isSuperset(of: ServiceDiagnosis.Step.allCases.map(\.rawValue)))
    #expect(all.values.joined().allSatisfy { $0.status == .ok }, "\(all)")
    #expect(all["versions"]?.first?.text.hasPrefix("v2 is spoken") == true)
  }

  @Test func `a service without a list is spoken to in v1`() async throws {
    let all = try await Self.findings { _ in }
    #expect(all["versions"]?.first?.text.hasPrefix("v1 is spoken") == true)
    #expect(all["versions"]?.first?.text.contains("lists none") == true)
  }

  @Test func `a chosen version that is not offered is a warning`() async throws {
    let all = try await Self.findings(api: .v2) { await $0.answer("GET /", .versions("v1")) }
    #expect(all["versions"]?.map(\.status) == [.warning])
  }

  @Test func `credentials that are refused are a problem of that kind`() async throws {
    let all = try await Self.findings(api: .v1) { cloud in
      await cloud.answer(
        "GET /v1/p1/objectstorage/task",
        FakeCloud.Reply(status: 401, body: #"{"error_code":"APIGW.0303","error_msg":"no"}"#))
    }
    #expect(all["tasks"]?.map(\.trouble) == [.credentials])
  }

  @Test func `members of another type are a warning that names them`() async throws {
    let all = try await Self.findings(api: .v2) { cloud in
      await cloud.answer(
        "GET /v2/p1/tasks",
        FakeCloud.Reply(body: #"{"tasks":[{"id":1,"progress":[]},{"name":"x"}],"count":2}"#))
    }
    #expect(all["tasks"]?.map(\.status) == [.warning, .warning])
    #expect(all["tasks"]?.last?.text.hasSuffix("left out: progress") == true)
  }

  @Test func `nobody there is a problem of that kind`() async throws {
    let connection = Connection(
      profile: "p", endpoint: try Endpoint("http://127.0.0.1:1"), projectID: "p1",
      credentials: .none)
    let findings = await ServiceDiagnosis(connection, words: \.english, leftOut: \.english)
      .findings(of: .endpoint)
    #expect(findings.map(\.trouble) == [.unreachable])
  }

  @Test(
    arguments: [
      (nil, nil, ""), (0, Finding.Status.ok, "agrees"), (59, .ok, "59 s"), (-59, .ok, "59 s"),
      (61, .warning, "61 s behind"), (-901, .warning, "901 s ahead of"), (901, .warning, "refused"),
    ] as [(Int?, Finding.Status?, String)])
  func `a difference of clocks is judged`(seconds: Int?, status: Finding.Status?, words: String) {
    let findings = ClockCheck.findings(seconds.map { .seconds($0) })
    #expect(findings.map(\.status) == [status].compactMap(\.self))
    #expect(findings.allSatisfy { $0.text.contains(words) }, "\(findings)")
  }
}

struct FileDiagnosisTests {
  private static func with(
    _ body: (FileDiagnosis, TemporaryDirectory, FerryPaths) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let paths = FerryPaths(environment: [
        "HOME": directory.path.string, "XDG_CONFIG_HOME": directory.path.appending("c").string,
        "XDG_STATE_HOME": directory.path.appending("s").string,
      ])
      try body(FileDiagnosis(paths, words: { $0.english }), directory, paths)
    }
  }

  @Test func `nothing there yet is as it should be, and stays so`() throws {
    try Self.with { diagnosis, directory, _ in
      #expect(diagnosis.configuration.map(\.status) == [.ok])
      #expect(diagnosis.state.map(\.status) == [.ok])
      let left = try FileManager.default.contentsOfDirectory(atPath: directory.path.string)
      #expect(left.isEmpty)
    }
  }

  @Test func `each remark on the configuration is a finding`() throws {
    try Self.with { diagnosis, directory, _ in
      try directory.write("profiles: {p: {api: v9, colour: red}}", to: "c/ferry/config.yaml")
      #expect(diagnosis.configuration.map(\.status) == [.warning, .warning])
    }
  }

  @Test func `a configuration that is no YAML is a problem`() throws {
    try Self.with { diagnosis, directory, _ in
      try directory.write("profiles: [", to: "c/ferry/config.yaml")
      #expect(diagnosis.configuration.map(\.status) == [.problem])
    }
  }

  @Test func `a state that others can read is a warning that says what to run`() throws {
    try Self.with { diagnosis, directory, paths in
      try PrivateFiles.makeDirectory(paths.state)
      try PrivateFiles.replace(paths.journal, with: Data())
      #expect(diagnosis.state.map(\.status) == [.ok])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: paths.journal.string)
      #expect(diagnosis.state.map(\.status) == [.warning])
      #expect(diagnosis.state.first?.advice?.contains("chmod 600") == true)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: paths.state.string)
      #expect(diagnosis.state.first?.advice?.contains("chmod 700") == true)
    }
  }

  @Test func `a state that cannot be made is a problem`() throws {
    let paths = FerryPaths(environment: ["XDG_STATE_HOME": "/dev/null/x"])
    #expect(FileDiagnosis(paths, words: { $0.english }).state.map(\.status) == [.problem])
  }
}
