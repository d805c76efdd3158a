import HTTPTypes
import TestSupport
import Testing

@testable import MigrationService

struct VersionRoutesTests {
  @Test func `the list of versions names what is served`() async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.get, "/")
      #expect(answer.status == 200)
      let versions = answer.json["versions"]?.elements ?? []
      #expect(versions.map { $0["id"]?.string } == ["v1", "v2"])
      #expect(versions.map { $0["status"]?.string } == ["CURRENT", "SUPPORTED"])
      let link = versions.first?["links"]?.elements.first
      #expect(link?["href"]?.string?.hasSuffix("/v1/") == true)
    }
  }

  @Test(arguments: [0, 1])
  func `one version describes itself as the list does`(index: Int) async throws {
    try await ServiceHarness.with { service in
      let list = try await service.send(.get, "/")
      let one = try await service.send(.get, "/v\(index + 1)")
      #expect(one.value == list.json["versions"]?.elements[index])
    }
  }

  @Test(arguments: ["/", "/v1", "/v2"])
  func `over TCP versions want a signature, too`(path: String) async throws {
    try await ServiceHarness.with(policy: .signed(SignatureVerifier(keys: []))) { service in
      let answer = try await service.send(.get, path)
      #expect(answer.status == 401)
    }
  }
}
