import TestSupport

@testable import Migration
@testable import MigrationCore

/// A service in memory with a past: what each task was like at which time, so that a test can judge
/// what a watch says of it.
struct WatchedService {
  /// What a task was like for a while.
  struct Version {
    var task: MigrationTask
    var from: Duration
    /// When it became another or went; `nil` while it is so.
    var to: Duration?
  }

  /// The tasks as they are, newest first.
  private(set) var tasks: [MigrationTask] { didSet { byState = Self.grouped(tasks) } }
  /// All that each task has been.
  private(set) var past: [TaskID: [Version]] = [:]
  /// How many entries are counted and never listed.
  var uncounted = 0
  /// Tasks whose entries in a list cannot be read.
  var unreadable: Set<TaskID> = []
  private var byState: [TaskState: [MigrationTask]]
  private var lastID: Int64
  private var lastMark: Int64 = 0

  init(_ tasks: [MigrationTask]) {
    self.tasks = tasks
    byState = Self.grouped(tasks)
    lastID = tasks.map(\.id.rawValue).max() ?? 0
    for task in tasks { past[task.id] = [Version(task: task, from: .zero)] }
  }

  /// As many tasks, each in a state that `state` chooses by its number.
  init(count: Int, state: (Int) -> TaskState = { _ in .succeeded }) {
    self.init(
      (0..<count).reversed().map { number in
        MigrationTask(id: TaskID(rawValue: Int64(number) + 1), name: "", state: state(number))
      })
  }

  /// Answers a question as it would at this moment.
  func answer(_ question: Question) -> Result<Reply, APIProblem> {
    switch question {
    case .states: return .success(.states([.running, .waiting, .initialising]))
    case .count: return .success(.count(tasks.count + uncounted))
    case .list(let query):
      let all = query.state.map { byState[$0, default: []] } ?? tasks
      let part = all.dropFirst(query.start).prefix(query.limit)
      return .success(
        .list(
          TaskPage(
            tasks: part.filter { !unreadable.contains($0.id) },
            unreadable: part.filter { unreadable.contains($0.id) }.map { "\($0.id)" })))
    case .show(let id):
      guard let task = tasks.first(where: { $0.id == id }) else {
        return .failure(APIProblem(.said("no such task"), kind: .notFound, code: "OMS.0053"))
      }
      return .success(.task(task))
    }
  }

  mutating func add(_ state: TaskState, at now: Duration) {
    lastID += 1
    let task = MigrationTask(id: TaskID(rawValue: lastID), name: "", state: state)
    tasks.insert(task, at: 0)
    past[task.id] = [Version(task: task, from: now)]
  }

  mutating func remove(at index: Int, at now: Duration) {
    let task = tasks.remove(at: index)
    end(task.id, at: now)
  }

  mutating func change(_ index: Int, to state: TaskState, at now: Duration) {
    lastMark += 1
    tasks[index].state = state
    tasks[index].completedBytes = ByteCount(rawValue: lastMark)
    end(tasks[index].id, at: now)
    past[tasks[index].id]?.append(Version(task: tasks[index], from: now))
  }

  /// Changes a task, if it is there.
  mutating func update(
    _ id: TaskID, at now: Duration, _ body: (inout MigrationTask) -> Void
  ) {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
    body(&tasks[index])
    end(id, at: now)
    past[id]?.append(Version(task: tasks[index], from: now))
  }

  mutating func remove(_ id: TaskID, at now: Duration) {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
    remove(at: index, at: now)
  }

  /// Whether there is such a task.
  func isThere(_ id: TaskID) -> Bool { tasks.contains { $0.id == id } }

  /// Whether a task was so at any time from `start` on.
  func has(_ task: MigrationTask, since start: Duration) -> Bool {
    past[task.id, default: []].contains { version in
      version.task == task && version.to.map { $0 >= start } ?? true
    }
  }

  private static func grouped(_ tasks: [MigrationTask]) -> [TaskState: [MigrationTask]] {
    Dictionary(grouping: tasks, by: \.state)
  }

  private mutating func end(_ id: TaskID, at now: Duration) {
    guard let last = past[id]?.indices.last else { return }
    past[id]?[last].to = now
  }
}
