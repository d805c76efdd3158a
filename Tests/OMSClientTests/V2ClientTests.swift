import TestSupport
import FoundationEssentials
import Testing

@testable import Migration
@testable import OMSClient

struct V2ClientTests {
  private let location = StorageLocation(provider: "AWS", region: "r", bucket: "b")

  @Test func `a count is what a list of one task says`() async throws {
    let response = try VectorFile.v2("task-list-count-without-tasks").response
    let (count, seen) = try await CannedServer.servingV2(response) { client, server in
      (try await client.count(state: .failed), await server.seen)
    }
    #expect(count == 7)
    #expect(seen.map(\.query) == [["limit": "1", "offset": "0", "status": "4"]])
  }

  @Test func `a list without a count is no count`() async throws {
    let response = VectorFile.Response(status: 200, body: .object(["tasks": .list([])]))
    let problem = try await CannedServer.servingV2(response) { client, _ in
      await #expect(throws: APIProblem.self) { try await client.count(state: nil) }
    }
    #expect(problem?.kind == .unreadable)
  }

  @Test func `groups are asked through the same client`() async throws {
    let response = try VectorFile.v2("group-show-3-paused").response
    let group = try await CannedServer.servingV2(response) { client, _ in
      try await client.groups().showGroup(VectorCalls.group)
    }
    #expect(group.state == .stopped)
  }

  @Test(arguments: ["", ".", ".."])
  func `an id that would name something else is never sent`(id: String) async throws {
    let response = VectorFile.Response(status: 200)
    let (problem, seen) = try await CannedServer.servingV2(response) { client, server in
      let problem = await #expect(throws: APIProblem.self) {
        try await client.deleteGroup(TaskGroupID(rawValue: id))
      }
      return (problem, await server.seen)
    }
    #expect(problem?.kind == .invalid)
    #expect(seen.isEmpty)
  }

  @Test func `an id with a slash stays one part of the path`() async throws {
    let response = VectorFile.Response(status: 200)
    let seen = try await CannedServer.servingV2(response) { client, server in
      try await client.stopGroup(TaskGroupID(rawValue: "a/../b?c"))
      return await server.seen
    }
    #expect(seen.map(\.path) == ["/v2/\(VectorFile.project)/taskgroups/a%2F..%2Fb%3Fc/stop"])
  }

  @Test(
    arguments: [
      ("Local", "Local"), ("S3", "S3"), ("Rclone", "Rclone"), ("HuaweiCloud", nil), ("HEC", nil),
      ("", nil),
    ] as [(String, String?)])
  func `a destination elsewhere is said, the service's own is not`(
    provider: String, said: String?
  ) async throws {
    let task = NewTask(
      source: location, destination: StorageLocation(provider: provider, bucket: "/srv"),
      keys: TransferKeys())
    let response = try VectorFile.v2("task-create-defaults").response
    let seen = try await CannedServer.servingV2(response) { client, server in
      _ = try await client.create(task)
      return await server.seen
    }
    #expect(seen.first?.body?["dst_node"]?["cloud_type"]?.text == said)
  }

  @Test(arguments: [0, 11])
  func `1 to 10 changes are announced at once`(count: Int) async throws {
    let keys = Array(repeating: "k", count: count)
    let (problem, seen) = try await CannedServer.servingV2(.init(status: 200)) { client, server in
      let problem = await #expect(throws: APIProblem.self) {
        try await client.announceChanges(of: keys, to: SyncTaskID(rawValue: "s"))
      }
      return (problem, await server.seen)
    }
    #expect(problem?.kind == .invalid)
    #expect(seen.isEmpty)
  }

  @Test func `the last page of a listing has no marker`() async throws {
    let body = JSON.object([
      "next_page": .bool(false), "next_marker": .text("m"), "records": .list([]),
    ])
    let listing = try await CannedServer.servingV2(.init(status: 200, body: body)) { client, _ in
      try await client.objects(
        in: "", of: "b", region: "r", access: StorageAccess(provider: "AWS", keys: nil))
    }
    #expect(listing == ObjectListing(objects: []))
  }

  @Test func `a service says which versions it speaks`() async throws {
    let response = try VectorFile.v2("versions").response
    let versions = try await CannedServer.answering(response) { endpoint, _ in
      try await APIVersions.read(from: endpoint, projectID: "", credentials: Credentials.none)
    }
    #expect(versions.include(1))
    #expect(versions.include(2))
    #expect(!versions.include(3))
  }

  @Test(
    arguments: [("v1", 1), ("v2.0", 2), ("V2", 2), ("2", nil), ("v", nil), ("vx", nil)]
      as [(String, Int?)])
  func `a version's number stands before the point`(id: String, number: Int?) {
    #expect(APIVersion(id: id, status: "CURRENT").number == number)
  }
}
