import TestServers
import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

extension AutoClientTests {
  @Test func `a service that keeps no list and has no path of v1 is spoken to in v2`() async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.v2List, FakeCloud.Reply(body: #"{"tasks":[],"count":0}"#))
      let client = Self.client(endpoint)
      for _ in 0..<3 { _ = try await client.list(TaskQuery()) }
      #expect(await cloud.count(Self.v1List) == 1)
      #expect(await cloud.count(Self.v2List) == 3)
    }
  }

  @Test func `a guess that has proved right is not given up for one path that is missing`()
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer(Self.v1List, FakeCloud.Reply(body: "[]"), FakeCloud.Reply(status: 404))
      let client = Self.client(endpoint)
      _ = try await client.list(TaskQuery())
      await #expect(throws: APIProblem.self) { try await client.list(TaskQuery()) }
      #expect(await cloud.count(Self.v2List) == 0)
    }
  }

  @Test func `a service that knows neither version is reported by its first word`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      let client = Self.client(endpoint)
      let problem = await #expect(throws: APIProblem.self) { try await client.list(TaskQuery()) }
      #expect(problem?.code == "APIGW.0101")
      #expect(await cloud.count(Self.v1List) == 1)
      #expect(await cloud.count(Self.v2List) == 1)
    }
  }
}
