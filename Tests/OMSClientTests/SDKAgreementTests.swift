import FoundationEssentials
import TestSupport
import Testing

@testable import OMSClient

@testable import MigrationService

/// Ferry and the provider's own SDK send the same, and accept each other's signatures.
@Suite(.serialized)
struct SDKAgreementTests {
  /// What the SDK no longer sends, though the service takes it.
  private static let dropped: [String: [String: JSON]] = [
    "task-create-enable-kms-2020": ["enable_kms": .bool(true)]
  ]

  /// Every request of the SDK, by the name of its vector.
  private func requestsOfSDK() async throws -> [String: CannedServer.Seen] {
    try await TemporaryDirectory.with { directory in
      let sdk = OfficialSDK(home: directory.path)
      return try await CannedServer.answering(Self.nothing) { endpoint, server in
        let names = try await sdk.callAll(
          VectorFile.folder + "/v2", at: endpoint, project: VectorFile.project)
        let seen = await server.seen
        try #require(seen.count == names.count)
        return Dictionary(zip(names, seen)) { one, _ in one }
      }
    }
  }

  /// Every request of Ferry, by the name of its vector.
  private func requestsOfFerry() async throws -> [String: CannedServer.Seen] {
    try await CannedServer.answering(Self.nothing) { endpoint, server in
      let client = V2Client(
        endpoint: endpoint, projectID: VectorFile.project,
        credentials: .keys(OfficialSDK.keys, securityToken: nil))
      var requests: [String: CannedServer.Seen] = [:]
      for (name, call) in VectorCalls.v2 {
        // The empty answer is not one to most calls; only what was sent matters.
        _ = try? await call(client, try VectorFile.v2(name))
        requests[name] = await server.seen.last
      }
      return requests
    }
  }

  private static let nothing = VectorFile.Response(
    status: 200, headers: ["Content-Type": "application/json"], body: .object([:]))

  @Test func `both send the same method, path, query and body`() async throws {
    let (sdk, ferry) = (try await requestsOfSDK(), try await requestsOfFerry())
    let impossible = VectorDeviation.v2Impossible.reduce(into: Set<String>()) {
      $0.formUnion($1.vectors)
    }
    #expect(Set(sdk.keys) == Set(ferry.keys))
    for (name, theirs) in sdk where !impossible.contains(name) {
      let ours = try #require(ferry[name])
      var wanted = VectorFile.Request(
        method: theirs.method, path: theirs.path, query: theirs.query, body: theirs.body)
      for (member, value) in Self.dropped[name] ?? [:] {
        wanted.body = wanted.body?.replacing([member[...]], by: value)
      }
      for deviation in VectorDeviation.v2 where deviation.vectors.contains(name) {
        wanted = wanted.applying(deviation)
      }
      let sent = VectorFile.Request(
        method: ours.method, path: ours.path, query: ours.query, body: ours.body)
      #expect(sent == wanted, "\(name)")
    }
  }

  @Test func `the service accepts every signature of the SDK`() async throws {
    let verifier = SignatureVerifier(keys: [
      AccessKey(keys: OfficialSDK.keys, project: VectorFile.project)
    ])
    for (name, request) in try await requestsOfSDK() {
      let project = try? verifier.project(
        of: SignatureVerifier.SignedRequest(
          method: request.method, target: request.target,
          headers: request.headers.map { ($0.key, $0.value) }, body: request.bytes))
      #expect(project == VectorFile.project, "\(name)")
    }
  }

  @Test func `the SDK signs every request of Ferry in the same way`() async throws {
    let requests = Array(try await requestsOfFerry().values)
    let expected = try await TemporaryDirectory.with { directory in
      try await OfficialSDK(home: directory.path).authorizations(of: requests)
    }
    #expect(requests.map { $0.headers["authorization"] } == expected)
    #expect(!requests.isEmpty)
  }
}
