import TestServers
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import OMSClient
@testable import MigrationCore

struct ListAllTests {
  @Test(arguments: [0, 1, 9, 10, 11, 19, 20, 28, 29, 100, 101])
  func `a list of any length is read whole, in order`(count: Int) async throws {
    let backend = FakeBackend(tasks: Self.tasks(count))
    let page = try await backend.listAll(TaskQuery(limit: 10))
    #expect(page.tasks.map(\.id) == Self.tasks(count).map(\.id))
  }

  @Test func `a list of one page is one call`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(7))
    _ = try await backend.listAll(TaskQuery(limit: 10))
    #expect(await backend.calls == [.list(TaskQuery(limit: 10))])
  }

  @Test func `pages are asked for four at a time`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(100))
    let list = Task { try await backend.listAll(TaskQuery(limit: 10)) }
    await backend.waitForCalls { $0.count == 2 }
    await backend.setMood(.hanging)
    await backend.waitForCalls { $0.count >= 6 }
    await backend.setMood(.answering)
    #expect(try await list.value.tasks.count == 100)
    #expect(await backend.mostAtOnce <= 4)
  }

  @Test func `each page is told when it has come, with what is new`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(25))
    var told: [[TaskID]] = []
    let page = try await backend.listAll(TaskQuery(limit: 10)) {
      told.append($0.map(\.id))
      return false
    }
    #expect(told.count > 1)
    #expect(told.flatMap(\.self) == page.tasks.map(\.id))
  }

  @Test(arguments: [1, 5, 10, 11, 15, 99, 100, 1000])
  func `no more are read than wanted`(limit: Int) async throws {
    let backend = FakeBackend(tasks: Self.tasks(100))
    var told = 0
    let page = try await backend.listAll(TaskQuery(limit: 10), limit: limit) {
      told += $0.count
      return false
    }
    #expect(page.tasks.map(\.id) == Self.tasks(100).prefix(limit).map(\.id))
    #expect(told == min(limit, 100))
    #expect(await backend.calls.count <= limit / 9 + 3)
  }

  @Test func `the query goes along with every page`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(25))
    let query = TaskQuery(
      limit: 10, state: .running, group: TaskGroupID(rawValue: "g"), name: "photos")
    _ = try await backend.listAll(query)
    for call in await backend.calls {
      switch call {
      case .list(let part):
        #expect(part.state == .running && part.group == query.group && part.name == "photos")
      case .count(let state): #expect(state == .running)
      case .show, .create, .start, .stop, .delete, .changeBandwidth, .failedObjects:
        Issue.record("\(call)")
      }
    }
  }

  @Test func `entries that cannot be read count as entries`() async throws {
    let backend = PagedBackend(Self.tasks(30), unreadable: [3, 12, 18, 19, 27])
    let page = try await backend.listAll(TaskQuery(limit: 10))
    #expect(page.tasks.count == 25)
    #expect(Set(page.tasks.map(\.id)).count == 25)
    #expect(page.unreadable.count >= 5)
  }

  @Test func `tasks that vanish in front hide none behind them`() async throws {
    let backend = PagedBackend(Self.tasks(40))
    await backend.setBeforeList { number, tasks in if number == 1 { tasks.removeFirst(5) } }
    let page = try await backend.listAll(TaskQuery(limit: 10))
    #expect(Set(page.tasks.map(\.id)).isSuperset(of: Self.tasks(40).dropFirst(5).map(\.id)))
  }

  @Test func `a list of which most vanishes is read from the beginning`() async throws {
    let backend = PagedBackend(Self.tasks(200))
    await backend.setBeforeList { number, tasks in
      if number == 8 { tasks.removeSubrange(1..<150) }
    }
    let page = try await backend.listAll(TaskQuery(limit: 10))
    let stayed = Self.tasks(200).dropFirst(150).map(\.id)
    #expect(Set(page.tasks.map(\.id)).isSuperset(of: stayed))
  }

  @Test func `new tasks find their place in the order of the service`() async throws {
    let backend = PagedBackend(Self.tasks(40))
    // The pages after the first are asked for at once, so that any of them may come next.
    await backend.setBeforeList { number, tasks in
      if number == 1 { tasks.insert(MigrationTask(id: TaskID(rawValue: 500)), at: 20) }
    }
    let page = try await backend.listAll(TaskQuery(limit: 10))
    let ids = page.tasks.map(\.id.rawValue)
    let place = try #require(ids.firstIndex(of: 500))
    #expect(ids[place - 1] == 21)
    #expect(ids[place + 1] == 20)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no task that stays is missed, and none is there twice`(seed: UInt64) async throws {
    var random = Generator(seed: seed)
    let count = Int.random(in: 0...120, using: &random)
    let backend = PagedBackend(
      Self.tasks(count), saysTotal: Bool.random(using: &random), random: random)
    let page = try await backend.listAll(TaskQuery(limit: Int.random(in: 2...20, using: &random)))
    let ids = page.tasks.map(\.id)
    #expect(Set(ids).count == ids.count)
    let stayed = await backend.stayed
    #expect(stayed.isSubset(of: ids))
    // Those that stayed are in the order of the service, which is newest first.
    let inOrder = ids.filter(stayed.contains)
    #expect(inOrder == inOrder.sorted(by: >))
  }

  @Test func `a list that changes while it is read comes through a real connection`() async throws {
    let ids = Mutex(Array((1...250).reversed()))
    let page = try await MisbehavingServer.serving { request in
      let query = PercentEncoding.items(
        ofRawQuery: request.target.split(separator: "?").last ?? "")
      let values = Dictionary(query.map { ($0.name, $0.value) }) { $1 }
      let shown = ids.withLock { ids in
        if values["totalcount"] != nil { return "{\"taskcount\":\(ids.count)}" }
        if request.number > 0 { ids.removeFirst() }
        let part = ids.dropFirst(Int(values["start"] ?? "") ?? 0).prefix(100)
        return
          "[\(part.map { "{\"id\":\($0),\"name\":\"t\",\"status\":2}" }.joined(separator: ","))]"
      }
      return [
        .send("HTTP/1.1 200 OK\r\nContent-Length: \(shown.utf8.count)\r\n\r\n\(shown)")
      ]
    } _: { _, port in
      try await V1Client(
        endpoint: try Endpoint("http://127.0.0.1:\(port)"), projectID: "p",
        credentials: Credentials.none
      ).listAll()
    }
    let left = ids.withLock(\.self)
    #expect(Set(page.tasks.map { Int($0.id.rawValue) }).isSuperset(of: left))
    #expect(Set(page.tasks.map(\.id)).count == page.tasks.count)
  }

  static func tasks(_ count: Int) -> [MigrationTask] {
    (0..<count).map { MigrationTask(id: TaskID(rawValue: Int64(count - $0)), state: .running) }
  }
}
