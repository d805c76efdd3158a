import TestSupport

@testable import Migration

/// A list of tasks that changes while it is read, and remembers which tasks stayed all the while.
actor PagedBackend: MigrationBackend {
  /// The tasks that were there at every call.
  private(set) var stayed: Set<TaskID>
  /// How many pages were asked for.
  private(set) var lists = 0

  private var tasks: [MigrationTask]
  private let unreadable: Set<Int64>
  private let saysTotal: Bool
  private let total: Int?
  private let isStuck: Bool
  private var random: Generator?
  private var beforeList: @Sendable (Int, inout [MigrationTask]) -> Void = { _, _ in }
  private var failure: (problem: APIProblem, at: Int)?

  init(
    _ tasks: [MigrationTask], unreadable: Set<Int64> = [], saysTotal: Bool = false,
    total: Int? = nil, isStuck: Bool = false, random: Generator? = nil
  ) {
    self.tasks = tasks
    self.unreadable = unreadable
    self.saysTotal = saysTotal
    self.total = total
    self.isStuck = isStuck
    self.random = random
    stayed = Set(tasks.map(\.id))
  }

  /// Changes the tasks before each page, which come with their number from 0.
  func setBeforeList(_ body: @escaping @Sendable (Int, inout [MigrationTask]) -> Void) {
    beforeList = body
  }

  func setFailure(_ problem: APIProblem, at number: Int) { failure = (problem, number) }

  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    if let failure, failure.at == lists { throw failure.problem }
    beforeList(lists, &tasks)
    changeAtRandom()
    lists += 1
    stayed.formIntersection(tasks.map(\.id))
    let part = tasks.dropFirst(isStuck ? 0 : query.start).prefix(query.limit)
    return TaskPage(
      tasks: part.filter { !unreadable.contains($0.id.rawValue) },
      unreadable: part.filter { unreadable.contains($0.id.rawValue) }.map { "\($0.id)" },
      total: total ?? (saysTotal ? tasks.count : nil))
  }

  func count(state: TaskState?) async throws(APIProblem) -> Int { tasks.count }

  // Ids fall along the list, so that a new task's place follows from its id.
  private func changeAtRandom() {
    guard random != nil else { return }
    for _ in 0..<number(below: 4) {
      switch number(below: 3) {
      case 0 where !tasks.isEmpty: tasks.remove(at: number(below: tasks.count))
      case 1:
        let newest = (tasks.first?.id.rawValue ?? 0) + 1_000
        tasks.insert(MigrationTask(id: TaskID(rawValue: newest)), at: 0)
      default:
        let first = number(below: tasks.count + 1)
        tasks.removeSubrange(first..<min(first + number(below: 8), tasks.count))
      }
    }
  }

  private func number(below end: Int) -> Int {
    guard var generator = random else { return 0 }
    defer { random = generator }
    return Int.random(in: 0..<max(end, 1), using: &generator)
  }

  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask { throw Self.notScripted }
  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask { throw Self.notScripted }
  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem) {
    throw Self.notScripted
  }
  func stop(_ id: TaskID) async throws(APIProblem) { throw Self.notScripted }
  func delete(_ id: TaskID) async throws(APIProblem) { throw Self.notScripted }
  func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) { throw Self.notScripted }

  private static let notScripted = APIProblem(kind: .invalid, sentence: "not scripted")
}
