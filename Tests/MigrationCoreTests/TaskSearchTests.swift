import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct TaskSearchTests {
  private static func tasks(_ count: Int) -> [MigrationTask] {
    (0..<count).map { index in
      let id = TaskID(rawValue: Int64(100_000 - index))
      let state: TaskState = index % 3 == 0 ? .failed : .succeeded
      return MigrationTask(id: id, name: "task-\(id)", state: state)
    }
  }

  @Test(
    arguments: [
      ("state:running", TaskQuery(state: .running)),
      ("state:failed !photos", TaskQuery(state: .failed)),
      ("!state:failed", TaskQuery()), ("state:running,failed", TaskQuery()),
      ("state:initialising", TaskQuery()), ("state:stopping", TaskQuery()),
      ("state:retrying", TaskQuery()), ("state:unknown", TaskQuery()),
      ("photos", TaskQuery(name: "photos")), ("name:照片", TaskQuery(name: "照片")),
      ("a&b", TaskQuery()), ("!name:photos", TaskQuery()), ("/photos/", TaskQuery()),
      ("group:g-1", TaskQuery(group: TaskGroupID(rawValue: "g-1"))), ("group:a,b", TaskQuery()),
      ("!group:a", TaskQuery()), ("id:1 size>1G", TaskQuery()),
      (
        "state:failed group:g photos",
        TaskQuery(state: .failed, group: TaskGroupID(rawValue: "g"), name: "photos")
      ),
    ] as [(String, TaskQuery)])
  func `a service is asked for no more than both versions can list`(
    expression: String, query: TaskQuery
  ) throws {
    #expect(try TaskFilter(expression).query == query)
  }

  @Test func `a state is asked of the service and judged again`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(30))
    let listing = TaskSearch(filter: try TaskFilter("state:failed"))
    let page = try await listing.read(from: backend)
    #expect(page.tasks.count == 10)
    #expect(page.tasks.allSatisfy { $0.state == .failed })
    #expect(await backend.calls == [.list(TaskQuery(state: .failed))])
  }

  @Test func `the newest few take one small page`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(500))
    let page = try await TaskSearch(limit: 7).read(from: backend)
    #expect(Array(page.tasks) == Array(Self.tasks(7)))
    #expect(await backend.calls == [.list(TaskQuery(limit: 7))])
  }

  @Test func `a limit ends the reading as soon as enough have passed`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(5_000))
    let listing = TaskSearch(filter: try TaskFilter("!state:failed"), limit: 100)
    let page = try await listing.read(from: backend)
    #expect(page.tasks.count == 100)
    // Two of the fifty pages have enough. The second is asked for beside others, which may be answered
    // before it and be followed by more: eight from the second on, and the number of all tasks.
    #expect(await backend.calls.count <= 10)
  }

  @Test func `with another order everything is read before the limit counts`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(250))
    let listing = TaskSearch(order: try TaskOrder("id"), limit: 2)
    let page = try await listing.read(from: backend)
    #expect(page.tasks.map(\.id.rawValue) == [99_751, 99_752])
  }

  @Test(arguments: [0, 1, 99, 100, 101, 250])
  func `all tasks that pass are read, each once`(count: Int) async throws {
    let backend = FakeBackend(tasks: Self.tasks(count))
    let page = try await TaskSearch(filter: try TaskFilter("task")).read(from: backend)
    #expect(page.tasks.map(\.id) == Self.tasks(count).map(\.id))
  }

  @Test func `ids are read four at a time, in their order, each once`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(12))
    let ids = Self.tasks(12).map(\.id).reversed() + [TaskID(rawValue: 100_000)]
    let readings = try await TargetSelection.ids(Array(ids)).read(from: backend).readings
    #expect(readings.map(\.id) == Self.tasks(12).map(\.id).reversed())
    #expect(await backend.mostAtOnce <= 4)
  }

  @Test func `an id that is gone holds up no other`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(2))
    let ids = [TaskID(rawValue: 5), TaskID(rawValue: 100_000)]
    let readings = try await TargetSelection.ids(ids).read(from: backend).readings
    #expect(readings.map { $0.problem?.kind } == [.notFound, nil])
  }

  @Test(arguments: [APIProblem.Kind.credentials, .unreachable])
  func `trouble with everything is told once`(kind: APIProblem.Kind) async throws {
    let backend = FakeBackend(tasks: Self.tasks(100))
    await backend.setMood(.failing(APIProblem(kind: kind, sentence: "no")))
    await #expect(throws: APIProblem.self) {
      try await TargetSelection.ids(Self.tasks(100).map(\.id)).read(from: backend).readings
    }
    if kind == .credentials { #expect(await backend.calls.count <= 7) }
  }

  @Test func `a filter selects the tasks that pass`() async throws {
    let backend = FakeBackend(tasks: Self.tasks(9))
    let selection = TargetSelection.filter(try TaskFilter("state:failed"))
    let readings = try await selection.read(from: backend).readings
    #expect(readings.map(\.value?.state) == [.failed, .failed, .failed])
  }
}
