import TestSupport
@testable import Migration

/// A service in memory that does what a test says, and remembers what it was told to do.
actor ScriptedBackend: MigrationBackend {
  private var tasks: [TaskID: MigrationTask]
  private(set) var calls: [String] = []
  private var looksUntilStopped: Int
  private var stoppedAs: TaskState
  private var lateRefusals: Int
  private let failure: APIProblem?
  private(set) var atOnce = 0
  private(set) var mostAtOnce = 0

  init(
    _ states: [Int64: TaskState], looksUntilStopped: Int = 2, stoppedAs: TaskState = .stopped,
    lateRefusals: Int = 0, failure: APIProblem? = nil
  ) {
    tasks = Dictionary(
      uniqueKeysWithValues: states.map { id, state in
        let id = TaskID(rawValue: id)
        return (id, MigrationTask(id: id, name: "task-\(id)", state: state))
      })
    self.looksUntilStopped = looksUntilStopped
    self.stoppedAs = stoppedAs
    self.lateRefusals = lateRefusals
    self.failure = failure
  }

  var ids: Set<Int64> { Set(tasks.keys.map(\.rawValue)) }

  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    let all = tasks.values.sorted { $0.id > $1.id }
    return TaskPage(tasks: Array(all.dropFirst(query.start).prefix(query.limit)))
  }

  func count(state: TaskState?) async throws(APIProblem) -> Int { tasks.count }

  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    atOnce += 1
    mostAtOnce = max(mostAtOnce, atOnce)
    await Task.yield()
    atOnce -= 1
    if Task.isCancelled { throw APIProblem(kind: .cancelled, sentence: "called off") }
    if let failure { throw failure }
    guard var task = tasks[id] else {
      throw APIProblem(kind: .notFound, code: "OMS.0053", sentence: "no such task")
    }
    if task.state == .stopping {
      looksUntilStopped -= 1
      if looksUntilStopped <= 0 { task.state = stoppedAs }
      tasks[id] = task
    }
    return task
  }

  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    throw APIProblem(kind: .invalid, sentence: "not scripted")
  }

  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem) {
    calls.append("start \(id)")
    tasks[id]?.state = .waiting
  }

  func stop(_ id: TaskID) async throws(APIProblem) {
    calls.append("stop \(id)")
    tasks[id]?.state = .stopping
  }

  func delete(_ id: TaskID) async throws(APIProblem) {
    calls.append("delete \(id)")
    if lateRefusals > 0 {
      lateRefusals -= 1
      throw APIProblem(kind: .wrongState, code: "OMS.0063", sentence: "still running")
    }
    tasks[id] = nil
  }

  func changeBandwidth(of id: TaskID, to windows: [BandwidthWindow]) async throws(APIProblem) {
    calls.append("bandwidth \(id)")
    tasks[id]?.settings.bandwidth = windows
  }

  /// What somebody else does between two calls of ours.
  func vanish(_ id: Int64) { tasks[TaskID(rawValue: id)] = nil }
}
