import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire
@testable import OMSClient

/// What a version cannot say is refused before anything is sent.
struct RefusalTests {
  /// Something that cannot be said, and a word by which its refusal names it.
  struct Wish<Order>: Sendable, CustomTestStringConvertible {
    var word: String
    var change: @Sendable (inout Order) -> Void

    init(_ word: String, _ change: @escaping @Sendable (inout Order) -> Void) {
      self.word = word
      self.change = change
    }

    var testDescription: String { word }
  }

  private static let task = NewTask(
    source: StorageLocation(provider: "AWS", region: "r", bucket: "b"),
    destination: StorageLocation(region: "r", bucket: "c"), keys: VectorCalls.keys)

  private static let file = ListFile(bucket: "l", key: "k")

  private static let v1: [Wish<NewTask>] = [
    Wish("metadata") { $0.settings.movesMetadata = true },
    Wish("requester") { $0.settings.requesterPays = true },
    Wish("replaced") { $0.settings.overwriteMode = "FULL_OVERWRITE" },
    Wish("storage class") { $0.settings.storageClass = "IA" },
    Wish("checked") { $0.settings.consistencyCheck = "crc64" },
    Wish("priority") { $0.settings.priority = "HIGH" },
    Wish("template") {
      $0.notification = NotificationRequest(
        topicURN: "u", onSuccess: true, onFailure: true, template: "t")
    },
    Wish("temporary keys") { $0.keys = VectorCalls.temporaryKeys },
    Wish("connection string") {
      $0.keys.source = StorageKeys(connectionString: Secret("FAKE"))
    },
    Wish("key file") { $0.keys.source = StorageKeys(authFile: Secret("FAKE")) },
    Wish("list files") { $0.settings.listFile = ListFile(bucket: "l", key: "k", count: "2") },
  ]

  private static let v2: [Wish<NewTask>] = [Wish("threads") { $0.settings.threads = 5 }]

  private static let selection: [Wish<NewTask>] = [
    Wish("list file") { $0.kind = .list },
    Wish("list file") { $0.kind = .urlList },
    Wish("list file") { $0.settings.listFile = file },
    Wish("prefix") {
      $0.kind = .list
      $0.settings.listFile = file
      $0.source.keys = ["a/"]
    },
  ]

  private static let group: [Wish<NewTask>] = [
    Wish("object") { $0.kind = .object },
    Wish("priority") { $0.settings.priority = "LOW" },
    Wish("encryption") { $0.settings.isEncrypted = true },
    Wish("temporary keys") { $0.keys = VectorCalls.temporaryKeys },
  ]

  private static let synchronisation: [Wish<NewSyncTask>] = [
    Wish("selection") { $0.source.keys = ["a"] },
    Wish("folder") { $0.destination.keys = ["a"] },
    Wish("speed") { $0.settings.bandwidth = [.init(start: "a", end: "b", maxBandwidth: 1)] },
    Wish("temporary keys") { $0.keys = VectorCalls.temporaryKeys },
  ]

  @Test(arguments: v1 + selection)
  func `v1 refuses what it cannot say`(wish: Wish<NewTask>) async throws {
    let task = Self.task.with(wish.change)
    let (problem, seen) = try await CannedServer.serving(.init(status: 200)) { client, server in
      let problem = await #expect(throws: APIProblem.self) { try await client.create(task) }
      return (problem, await server.seen)
    }
    try check(problem, says: wish.word)
    #expect(seen.isEmpty)
  }

  @Test(arguments: v2 + selection)
  func `v2 refuses what it cannot say`(wish: Wish<NewTask>) async throws {
    let task = Self.task.with(wish.change)
    let (problem, seen) = try await CannedServer.servingV2(.init(status: 200)) { client, server in
      let problem = await #expect(throws: APIProblem.self) { try await client.create(task) }
      return (problem, await server.seen)
    }
    try check(problem, says: wish.word)
    #expect(seen.isEmpty)
  }

  @Test(arguments: group)
  func `a group refuses what it cannot say`(wish: Wish<NewTask>) throws {
    var group = NewTask(
      kind: .prefix, source: Self.task.source, destination: Self.task.destination,
      keys: VectorCalls.keys)
    wish.change(&group)
    let problem = #expect(throws: APIProblem.self) { try WireBody.creation(of: group, in: .group) }
    try check(problem, says: wish.word)
  }

  @Test(arguments: synchronisation)
  func `a synchronisation task refuses what it cannot say`(wish: Wish<NewSyncTask>) throws {
    var task = NewSyncTask(
      source: Self.task.source, destination: Self.task.destination, keys: VectorCalls.keys)
    wish.change(&task)
    let problem = #expect(throws: APIProblem.self) { try WireBody.creation(of: task) }
    try check(problem, says: wish.word)
  }

  @Test func `a start in v1 refuses temporary keys`() throws {
    let problem = #expect(throws: APIProblem.self) {
      try WireBody.start(.v1, with: VectorCalls.temporaryKeys, failedOnly: false)
    }
    try check(problem, says: "temporary keys")
  }

  @Test func `all that cannot be said is named at once`() throws {
    let task = Self.task.with {
      $0.settings.priority = "HIGH"
      $0.settings.storageClass = "IA"
    }
    let problem = #expect(throws: APIProblem.self) { try WireBody.creation(of: task, in: .v1) }
    try check(problem, says: "a storage class and a priority")
  }

  private func check(_ problem: APIProblem?, says word: String) throws {
    let problem = try #require(problem)
    #expect(problem.kind == .invalid)
    #expect(problem.english.contains(word))
    #expect(!problem.english.contains("FAKE"))
  }
}
