import TestServers
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore
@testable import OMSClient

struct ServiceDiagnosisTests {
  private static func findings(
    api: APIChoice = .auto, credentials: Credentials = .token(Secret("T")),
    _ prepare: @Sendable @escaping (FakeCloud) async -> Void
  ) async throws -> [Finding.Check: [Finding]] {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /v1/p1/objectstorage/task", FakeCloud.Reply(body: "[]"))
      await cloud.answer("GET /v2/p1/tasks", FakeCloud.Reply(body: #"{"tasks":[],"count":0}"#))
      await prepare(cloud)
      let diagnosis = ServiceDiagnosis(
        Connection(
          profile: "p", endpoint: endpoint, projectID: "p1", credentials: credentials, api: api))
      var all: [Finding.Check: [Finding]] = [:]
      for step in diagnosis.steps {
        for finding in await step.findings() { all[finding.check, default: []].append(finding) }
      }
      return all
    }
  }

  @Test func `a service in good health is ok in every step`() async throws {
    let all = try await Self.findings { await $0.answer("GET /", .versions("v1", "v2")) }
    let steps: Set<Finding.Check> = [.endpoint, .credentials, .project, .versions, .tasks]
    #expect(Set(all.keys).isSuperset(of: steps))
    #expect(all.values.joined().allSatisfy { $0.status == .ok }, "\(all)")
    #expect(all[.versions] == [.versions(spoken: .v2, offered: ["v1", "v2"])])
  }

  @Test(arguments: [(200, [Finding.tasks(isOneRead: true)]), (403, nil)])
  func `one of the tasks that are listed is read by itself`(
    status: Int, findings: [Finding]?
  ) async throws {
    let all = try await Self.findings(api: .v2) { cloud in
      await cloud.answer(
        "GET /v2/p1/tasks", FakeCloud.Reply(body: #"{"tasks":[{"id":7,"name":"x"}],"count":1}"#))
      await cloud.answer(
        "GET /v2/p1/tasks/7", FakeCloud.Reply(status: status, body: #"{"id":7,"name":"x"}"#))
    }
    if let findings { #expect(all[.tasks] == findings) }
    #expect(all[.tasks]?.map(\.status) == [findings == nil ? .problem : .ok], "\(all)")
  }

  @Test func `several connections at once are answered, and what OMS does not tell is said`()
    async throws
  {
    let all = try await Self.findings { _ in }
    guard case .connections(answered: 4, of: 4, _) = all[.connections]?.first else {
      Issue.record("\(all)")
      return
    }
    #expect(all[.windows] == [.noWindowZone])
    #expect(all[.quota] == [.noQuota(.unknownAccount)])
    #expect(Finding.connections(answered: 3, of: 4, slowest: .zero).status == .warning)
  }

  @Test(arguments: [
    (
      200, #"{"quotas":{"resource":{"type":"MaxParallelTaskNum","quota":5}}}"#,
      Finding.quota(runningTasks: 5)
    ),
    (404, #"{"error_code":"APIG.0101","error_msg":"no such API"}"#, .noQuota(.noCall)),
  ])
  func `the quota of an account that is known is asked for`(
    status: Int, body: String, finding: Finding
  ) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("GET /v3/projects", .projects("p1"))
      await cloud.answer(
        "GET /v1/d1/objectstorage/quotas", FakeCloud.Reply(status: status, body: body))
      var connection = Connection(
        profile: "p", endpoint: endpoint, projectID: "p1", credentials: .token(Secret("T")))
      connection.project = ProjectLookup(
        region: "region-x", at: endpoint, credentials: Credentials.token(Secret("T")))
      let step = ServiceDiagnosis(connection).steps.last
      #expect(await step?.findings() == [finding])
    }
  }

  @Test func `a service without a list is spoken to in v1`() async throws {
    let all = try await Self.findings { _ in }
    #expect(all[.versions] == [.versions(spoken: .v1, offered: nil)])
  }

  @Test func `a chosen version that is not offered is a warning`() async throws {
    let all = try await Self.findings(api: .v2) { await $0.answer("GET /", .versions("v1")) }
    #expect(all[.versions]?.map(\.status) == [.warning])
  }

  @Test func `credentials that are refused are a problem of that kind`() async throws {
    let all = try await Self.findings(api: .v1) { cloud in
      await cloud.answer(
        "GET /v1/p1/objectstorage/task",
        FakeCloud.Reply(status: 401, body: #"{"error_code":"APIGW.0303","error_msg":"no"}"#))
    }
    #expect(all[.tasks]?.map(\.trouble) == [.credentials])
  }

  @Test func `members of another type are a warning that names them`() async throws {
    let all = try await Self.findings(api: .v2) { cloud in
      await cloud.answer(
        "GET /v2/p1/tasks",
        FakeCloud.Reply(body: #"{"tasks":[{"id":1,"progress":[]},{"name":"x"}],"count":2}"#))
    }
    #expect(all[.tasks]?.map(\.status) == [.warning, .warning])
    guard case .leftOut(let leftOut) = all[.tasks]?.last else {
      Issue.record("\(all)")
      return
    }
    #expect(leftOut.members == ["progress"])
  }

  @Test func `nobody there is a problem of that kind`() async throws {
    let connection = Connection(
      profile: "p", endpoint: try Endpoint("http://127.0.0.1:1"), projectID: "p1",
      credentials: .none)
    let findings = await ServiceDiagnosis(connection).steps.first?.findings()
    #expect(findings?.map(\.trouble) == [.unreachable])
  }
}
