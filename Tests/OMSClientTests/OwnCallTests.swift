import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient

/// What Ferry's own service answers beside OMS, and others do not know.
struct OwnCallTests {
  private static let unknown = VectorFile.Response(status: 404, rawBody: "no such page")

  @Test func `failed objects are asked for by pages`() async throws {
    let body = JSON.list([.object(["object_key": .text("a"), "reason": .text("It failed.")])])
    let answer = VectorFile.Response(status: 200, body: body)
    let (objects, seen) = try await CannedServer.serving(answer) { client, server in
      (
        try await client.failedObjects(of: TaskID(rawValue: 7), start: 100, limit: 50),
        await server.seen
      )
    }
    #expect(objects == [UnmovedObject("a", "It failed.")])
    #expect(seen.map(\.path) == ["/local/v1/\(VectorFile.project)/task/7/failed-objects"])
    #expect(seen.first?.query == ["start": "100", "limit": "50"])
  }

  @Test func `the log of a run is read as far as it is known`() async throws {
    let body = JSON.list([
      .object(["time": .integer(1000), "event": .text("arrived"), "object_key": .text("a")]),
      .object(["event": .text("not known yet"), "message": .text("something")]),
    ])
    let answer = VectorFile.Response(status: 200, body: body)
    let lines = try await CannedServer.servingV2(answer) { client, _ in
      try await client.log(of: TaskID(rawValue: 7), limit: 50)
    }
    #expect(
      lines == [
        RunLogLine(at: Date(timeIntervalSince1970: 1), .arrived, object: "a"),
        RunLogLine(at: nil, .remark, message: "something"),
      ])
  }

  @Test func `a service that does not know them tells nothing, and that is no fault`() async throws
  {
    let first = try await CannedServer.serving(Self.unknown) { client, _ in
      let objects = try await client.failedObjects(of: TaskID(rawValue: 7), start: 0, limit: 50)
      let log = try await client.log(of: TaskID(rawValue: 7), limit: 50)
      return objects == nil && log == nil
    }
    let second = try await CannedServer.servingV2(Self.unknown) { client, _ in
      let objects = try await client.failedObjects(of: TaskID(rawValue: 7), start: 0, limit: 50)
      let log = try await client.log(of: TaskID(rawValue: 7), limit: 50)
      return objects == nil && log == nil
    }
    #expect(first && second)
  }

  @Test func `a task that is not there is a fault`() async throws {
    let refusal = JSON.object([
      "error_code": .text("OMS.0053"), "error_msg": .text("The task does not exist."),
    ])
    let answer = VectorFile.Response(status: 404, body: refusal)
    await #expect(throws: APIProblem.self) {
      try await CannedServer.serving(answer) { client, _ in
        try await client.log(of: TaskID(rawValue: 7), limit: 50)
      }
    }
  }
}
