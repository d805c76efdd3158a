import FoundationEssentials
import SystemPackage
import TestServers
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

struct RefusalMemoryTests {
  private static let refused = FakeCloud.Reply(
    status: 401,
    body: #"{"error_code":"APIGW.0301","error_msg":"verify aksk signature fail","request_id":"r"}"#)

  /// Makes one call as a program of its own would: with new gates and the file that all share.
  private static func callOnce(
    _ endpoint: Endpoint, _ memory: RefusalMemory, key: String = "FAKEAK"
  ) async -> APIProblem? {
    let transport = HTTPTransport(
      endpoint: endpoint,
      credentials: Credentials.keys(
        StorageKeys(accessKey: key, secretKey: Secret("FAKE-SECRET")), securityToken: nil),
      projectID: "p", deadline: .seconds(60),
      conduct: CallConduct(
        gates: CallGates(clock: CallClock(ContinuousClock())), refusals: memory))
    return await CallFixture.problem { () async throws(APIProblem) in
      try await transport.carryOut(.read)
    }
  }

  @Test func `programs that run one after the other do not lock a key together`() async throws {
    try await TemporaryDirectory.with { directory in
      try await FakeCloud.serving { cloud, endpoint in
        await cloud.answer("GET /x", Self.refused)
        let memory = RefusalMemory(path: directory.path.appending("refused.json"))
        var problems: [APIProblem?] = []
        for _ in 0..<8 { problems.append(await Self.callOnce(endpoint, memory)) }
        #expect(await cloud.count("GET /x") == 3)
        #expect(problems.allSatisfy { $0?.kind == .credentials })
        // Another key, and the same one elsewhere, are not concerned.
        _ = await Self.callOnce(endpoint, memory, key: "OTHER")
        #expect(await cloud.count("GET /x") == 4)
      }
    }
  }

  @Test func `a key that is let in again starts anew`() async throws {
    try await TemporaryDirectory.with { directory in
      try await FakeCloud.serving { cloud, endpoint in
        let good = FakeCloud.Reply(body: "{}")
        await cloud.answer("GET /x", Self.refused, Self.refused, good, Self.refused, good)
        let memory = RefusalMemory(path: directory.path.appending("refused.json"))
        for _ in 0..<5 { _ = await Self.callOnce(endpoint, memory) }
        #expect(await cloud.count("GET /x") == 5)
      }
    }
  }

  @Test func `a key rests for five minutes and no longer`() throws {
    try TemporaryDirectory.with { directory in
      let clock = TestClock()
      let memory = RefusalMemory(path: directory.path.appending("refused.json"), now: clock.now)
      let endpoint = try Endpoint("https://h")
      for _ in 0..<3 { memory.refused("AK", at: endpoint, isLocked: false) }
      clock.advance(by: .seconds(299))
      #expect(memory.rest(of: "AK", at: endpoint) == .seconds(1))
      clock.advance(by: .seconds(1))
      #expect(memory.rest(of: "AK", at: endpoint) == nil)
    }
  }

  @Test func `a locked key rests at once`() throws {
    try TemporaryDirectory.with { directory in
      let memory = RefusalMemory(path: directory.path.appending("refused.json"))
      let endpoint = try Endpoint("https://h")
      memory.refused("AK", at: endpoint, isLocked: true)
      #expect(memory.rest(of: "AK", at: endpoint) != nil)
    }
  }

  @Test(arguments: ["/dev/null/refused.json", "/proc/refused.json"])
  func `a file that cannot be kept hinders nobody`(path: String) throws {
    let memory = RefusalMemory(path: FilePath(path))
    let endpoint = try Endpoint("https://h")
    memory.refused("AK", at: endpoint, isLocked: true)
    #expect(memory.rest(of: "AK", at: endpoint) == nil)
  }
}
