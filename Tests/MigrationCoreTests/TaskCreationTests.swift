import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct TaskCreationTests {
  static let lost = APIProblem(kind: .unreachable, sentence: "the link was cut").withDoubt

  static func newTask(_ description: String = "") -> NewTask {
    var task = NewTask(
      source: StorageLocation(provider: "S3", bucket: "photos"),
      destination: StorageLocation(provider: "S3", bucket: "archive"), keys: TransferKeys())
    task.settings.description = description
    return task
  }

  static func listed(_ id: Int64, bucket: String = "photos") -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: id), name: "task-\(id)", state: .running)
    task.source.bucket = bucket
    task.destination.bucket = "archive"
    return task
  }

  /// Lets a creation fail with `problem` after it had the effect `effect`.
  func backend(
    losing problem: APIProblem, _ effect: @escaping @Sendable (inout [MigrationTask]) -> Void
  ) async -> FakeBackend {
    let backend = FakeBackend(tasks: [Self.listed(1)])
    await backend.setBeforeCall { call, tasks throws(APIProblem) in
      guard call == .create else { return }
      effect(&tasks)
      throw problem
    }
    return backend
  }

  func create(
    _ backend: FakeBackend, _ task: NewTask = Self.newTask()
  ) async throws(APIProblem) -> TaskCreation.Outcome {
    try await TaskCreation(backend: backend, journal: nil, profile: "p").create(task)
  }

  @Test func `a task is made and told`() async throws {
    let outcome = try await create(FakeBackend(tasks: [Self.listed(1)]))
    #expect(outcome.created.id == TaskID(rawValue: 2))
    #expect(outcome.remark == nil)
  }

  @Test func `a task whose answer was lost is found in the list, and not asked for twice`()
    async throws
  {
    let backend = await backend(losing: Self.lost) { $0.insert(Self.listed(2), at: 0) }
    let outcome = try await create(backend)
    #expect(outcome.created.id == TaskID(rawValue: 2))
    #expect(outcome.remark == .foundInList)
    #expect(await backend.calls.filter { $0 == .create }.count == 1)
  }

  @Test(arguments: [APIProblem.Kind.unreachable, .server, .unreadable])
  func `when nothing like it is in the list it may have been created all the same`(
    kind: APIProblem.Kind
  ) async {
    let backend = await backend(losing: APIProblem(kind: kind, sentence: "lost").withDoubt) {
      $0.insert(Self.listed(2, bucket: "videos"), at: 0)
    }
    let problem = await #expect(throws: APIProblem.self) { try await create(backend) }
    #expect(problem?.english.contains("the list shows no such task yet") == true)
    #expect(await backend.calls.filter { $0 == .create }.count == 1)
  }

  @Test(arguments: [APIProblem.Kind.server, .unreachable, .unreadable])
  func `of a list that could not be read nothing is claimed`(kind: APIProblem.Kind) async {
    let backend = FakeBackend(tasks: [Self.listed(1)])
    await backend.setBeforeCall { call, tasks throws(APIProblem) in
      if call == .create {
        tasks.insert(Self.listed(2), at: 0)
        throw Self.lost
      }
      if tasks.count > 1 { throw APIProblem(kind: kind, sentence: "the list is down") }
    }
    let problem = await #expect(throws: APIProblem.self) { try await create(backend) }
    #expect(problem?.english.contains("could not be read afterwards") == true)
    #expect(problem?.english.contains("the list is down") == true)
    #expect(problem?.english.contains("the list shows") == false)
  }

  @Test func `of a list with entries that cannot be read nothing is claimed`() async {
    let backend = await backend(losing: Self.lost) { _ in }
    await backend.setUnreadable(["no id"])
    let problem = await #expect(throws: APIProblem.self) { try await create(backend) }
    #expect(problem?.english.contains("no id") == true)
    #expect(problem?.english.contains("the list shows") == false)
  }

  @Test func `a new task is found behind a hundred others, and looked for no further`()
    async throws
  {
    let backend = await backend(losing: Self.lost) { tasks in
      tasks.insert(Self.listed(2), at: 0)
      tasks.insert(contentsOf: (3..<153).reversed().map { Self.listed($0, bucket: "x") }, at: 0)
    }
    #expect(try await create(backend).created.id == TaskID(rawValue: 2))
  }

  @Test func `where the newest task of before is gone, none is taken for the new one`() async {
    let backend = await backend(losing: Self.lost) { $0 = [Self.listed(2)] }
    let problem = await #expect(throws: APIProblem.self) { try await create(backend) }
    #expect(problem?.english.contains("it may be one of the tasks 2") == true)
  }

  @Test func `of several that are like it none is taken for it`() async {
    let backend = await backend(losing: Self.lost) {
      $0.insert(contentsOf: [Self.listed(3), Self.listed(2)], at: 0)
    }
    let problem = await #expect(throws: APIProblem.self) { try await create(backend) }
    #expect(problem?.english.contains("3, 2") == true)
  }

  @Test(arguments: [
    APIProblem(kind: .invalid, code: "OMS.0060", sentence: "wrong region"),
    // Nothing was sent, so nothing can have been made.
    APIProblem(kind: .unreachable, sentence: "connection refused"),
  ])
  func `a refusal is told as it is`(refusal: APIProblem) async {
    let backend = await backend(losing: refusal) { _ in }
    await #expect(throws: refusal) { try await create(backend) }
  }

  @Test func `with nobody there nothing is sent`() async {
    let backend = FakeBackend()
    await backend.setMood(.failing(Self.lost))
    await #expect(throws: Self.lost) { try await create(backend) }
    #expect(await !backend.calls.contains(.create))
  }

  @Test func `a creation is in the journal before it is sent, and its id after it`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      _ = try await TaskCreation(backend: FakeBackend(), journal: journal, profile: "p")
        .create(Self.newTask("of 2024"))
      let action = try #require(try journal.latest(1).first)
      #expect(action.begin.definition?.settings.description == "of 2024")
      #expect(action.task == 1)
    }
  }

  @Test func `a creation that cannot be journalled is not sent`() async {
    let backend = FakeBackend()
    let journal = Journal(path: "/proc/nowhere/journal.jsonl")
    await #expect(throws: APIProblem.self) {
      try await TaskCreation(backend: backend, journal: journal, profile: "p")
        .create(Self.newTask())
    }
    #expect(await !backend.calls.contains(.create))
  }
}
