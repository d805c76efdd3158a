import FoundationEssentials
import Testing

@testable import MigrationAPI

struct V1ClientTests {
  @Test(arguments: ["list-array", "list-empty", "list-filtered", "list-second-page"])
  func `a list asks as documented`(name: String) async throws {
    let vector = try VectorFile.v1(name)
    let query = vector.request.query ?? [:]
    let request = TaskQuery(
      start: Int(query["start"] ?? "") ?? -1, limit: Int(query["limit"] ?? "") ?? -1,
      state: query["state"].flatMap { Int($0) }.map(TaskState.init(code:)))
    let seen = try await CannedServer.serving(vector.response) { client, server in
      _ = try await client.list(request)
      return await server.seen
    }
    #expect(seen.map(\.method) == ["GET"])
    #expect(seen.map(\.path) == [vector.request.path])
    #expect(seen.map(\.query) == [query])
    #expect(seen.map(\.contentType) == ["application/json"])
  }

  @Test(
    arguments: [
      ("list-array", 3), ("list-empty", 0), ("list-variant-single-object", 1),
      ("list-variant-unbracketed", nil), ("list-variant-wrapped", 1),
    ] as [(String, Int?)])
  func `a list is read in every shape that is JSON`(name: String, count: Int?) async throws {
    let vector = try VectorFile.v1(name)
    let read = try await CannedServer.serving(vector.response) { client, _ in
      try? await client.list(TaskQuery())
    }
    #expect(read?.tasks.count == count)
  }

  @Test func `one bad task does not hide its neighbours`() async throws {
    var response = try VectorFile.v1("list-array").response
    guard case .list(var tasks) = response.body else { throw CancellationError() }
    tasks.insert(.object(["name": .text("no id")]), at: 1)
    tasks.append(.text("no task at all"))
    response.body = .list(tasks)
    let page = try await CannedServer.serving(response) { client, _ in
      try await client.list(TaskQuery())
    }
    #expect(page.tasks.count == 3)
    #expect(page.unreadable.count == 2)
    #expect(page.count == 5)
  }

  @Test(arguments: ["count-all", "count-by-state"])
  func `a count asks as documented`(name: String) async throws {
    let vector = try VectorFile.v1(name)
    let state = vector.request.query?["state"].flatMap { Int($0) }.map(TaskState.init(code:))
    let (count, seen) = try await CannedServer.serving(vector.response) { client, server in
      (try await client.count(state: state), await server.seen)
    }
    #expect(JSON.integer(Int64(count)) == vector.response.body?["taskcount"])
    #expect(seen.map(\.query) == [vector.request.query])
  }

  @Test(arguments: [
    ("show-0-initialising", TaskState.initialising), ("show-1-waiting", .waiting),
    ("show-2-running", .running), ("show-3-paused", .stopped), ("show-4-failed", .failed),
    ("show-5-succeeded", .succeeded), ("show-future-state", .stopping),
    ("show-minimal", .succeeded), ("show-nulls", .failed), ("show-large-numbers", .running),
    ("show-list-task", .running), ("show-object-key-as-object", .waiting),
    ("show-object-key-swapped", .succeeded), ("show-quick-start-shape", .succeeded),
    ("show-succeeded-metadata-only", .succeeded),
  ])
  func `a task is read whatever its shape`(name: String, state: TaskState) async throws {
    let vector = try VectorFile.v1(name)
    let id = try #require(vector.taskID)
    let task = try await CannedServer.serving(vector.response) { client, _ in
      try await client.show(id)
    }
    #expect(task.id == id)
    #expect(JSON.text(task.name) == vector.response.body?["name"])
    let code = try #require(vector.response.body?["status"])
    #expect(JSON.integer(Int64(task.state.code)) == code)
    if case .unknown = state {
      #expect(task.state.word == "unknown")
    } else {
      #expect(task.state == state)
    }
  }

  @Test func `everything of a running task arrives with its unit`() async throws {
    let vector = try VectorFile.v1("show-2-running")
    let task = try await CannedServer.serving(vector.response) { client, _ in
      try await client.show(TaskID(rawValue: 215_300_111_222_353))
    }
    var expected = MigrationTask(
      id: TaskID(rawValue: 215_300_111_222_353),
      name: "holiday-photos-photo-archive-20240305101118345_133", state: .running)
    expected.source = StorageLocation(
      provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "holiday-photos",
      keys: ["2023/", "2024/"])
    expected.destination = StorageLocation(
      provider: "HEC", region: "region-x", bucket: "photo-archive", keys: ["incoming/"])
    expected.progress = 0.55
    expected.speed = 7_340_032
    expected.completedBytes = 2_200_000_000
    expected.totalBytes = 4_000_000_000
    expected.objects = ObjectCounts(total: 10_000, succeeded: 5_430)
    expected.startedAt = Date(timeIntervalSince1970: 1_709_633_472.345)
    expected.elapsed = .milliseconds(299_730)
    expected.timeLeft = .milliseconds(245_230)
    expected.settings.description = "half way"
    expected.settings.threads = 20
    expected.settings.isEncrypted = false
    expected.settings.bandwidth = [
      BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 52_428_800)
    ]
    #expect(task == expected)
  }

  @Test(arguments: ["stop", "stop-empty-object-answer"])
  func `a stop is a PUT with one member`(name: String) async throws {
    let vector = try VectorFile.v1(name)
    let id = try #require(vector.taskID)
    let seen = try await CannedServer.serving(vector.response) { client, server in
      try await client.stop(id)
      return await server.seen
    }
    #expect(seen.map(\.method) == ["PUT"])
    #expect(seen.map(\.path) == [vector.request.path])
    #expect(seen.map(\.body) == [vector.request.body])
  }

  @Test(arguments: [("start-all", false), ("start-failed-only", true)])
  func `a start brings all four keys`(name: String, failedOnly: Bool) async throws {
    let vector = try VectorFile.v1(name)
    let id = try #require(vector.taskID)
    let keys = TransferKeys(
      source: StorageKeys(accessKey: "FAKESRCAK", secretKey: Secret("FAKESRCSK")),
      destination: StorageKeys(accessKey: "FAKEDSTAK", secretKey: Secret("FAKEDSTSK")))
    let seen = try await CannedServer.serving(vector.response) { client, server in
      try await client.start(id, keys: keys, failedOnly: failedOnly)
      return await server.seen
    }
    #expect(seen.map(\.body) == [vector.request.body])
  }

  @Test(arguments: ["delete", "delete-200"])
  func `a delete has no body`(name: String) async throws {
    let vector = try VectorFile.v1(name)
    let id = try #require(vector.taskID)
    let seen = try await CannedServer.serving(vector.response) { client, server in
      try await client.delete(id)
      return await server.seen
    }
    #expect(seen.map(\.method) == ["DELETE"])
    #expect(seen.map(\.path) == [vector.request.path])
    #expect(seen.map(\.body) == [nil])
  }

  @Test func `a creation sends what the reference shows`() async throws {
    let vector = try VectorFile.v1("create-prefix")
    var settings = TaskSettings()
    settings.threads = 10
    let task = NewTask(
      kind: .prefix,
      source: StorageLocation(
        provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "holiday-photos",
        keys: ["img_", "raw/2022-"]),
      destination: StorageLocation(
        provider: "HEC", region: "region-x", bucket: "photo-archive", keys: ["incoming/"]),
      keys: TransferKeys(
        source: StorageKeys(accessKey: "FAKESRCAK", secretKey: Secret("FAKESRCSK")),
        destination: StorageKeys(accessKey: "FAKEDSTAK", secretKey: Secret("FAKEDSTSK"))),
      settings: settings)
    let (created, seen) = try await CannedServer.serving(vector.response) { client, server in
      (try await client.create(task), await server.seen)
    }
    #expect(created.id == TaskID(rawValue: 215_300_111_222_336))
    #expect(created.name == "holiday-photos-photo-archive-20240305101422813_121")
    #expect(seen.map(\.body) == [vector.request.body])
  }
}
