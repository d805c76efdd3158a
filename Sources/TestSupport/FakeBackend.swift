package import Migration

/// A migration service in memory, which can be told to fail, to hang, or to change between calls.
package actor FakeBackend: MigrationBackend {
  /// What was asked of it.
  package enum Call: Hashable, Sendable {
    case list(TaskQuery)
    case count(TaskState?)
    case show(TaskID)
    case create
    case start(TaskID)
    case stop(TaskID)
    case delete(TaskID)
    case changeBandwidth(TaskID)
    case failedObjects(TaskID, start: Int)
  }

  /// How it takes its calls.
  package enum Mood: Equatable, Sendable {
    /// It answers at once.
    case answering
    /// It refuses every call.
    case failing(APIProblem)
    /// It answers when the mood changes, or not at all once the caller gives up.
    case hanging
    /// It answers when the mood changes, and does not hear that a caller gives up.
    case deaf
  }

  /// Something that happens just before a call is answered.
  package typealias Preparation =
    @Sendable (Call, inout [MigrationTask]) throws(APIProblem) -> Void

  /// The tasks, in the order of the lists.
  package private(set) var tasks: [MigrationTask]
  /// All calls so far, in order, refused ones too.
  package private(set) var calls: [Call] = []
  /// The keys that each task was last started with.
  package private(set) var startKeys: [TaskID: TransferKeys] = [:]
  /// The most calls that were under way at the same time.
  package private(set) var mostAtOnce = 0

  private var mood = Mood.answering
  /// The objects that each task could not move; `nil` where they are not told.
  private var unmoved: [TaskID: [UnmovedObject]]?
  private var listedStates: [TaskState] = [.running, .waiting, .initialising]
  private var underWay = 0
  private var beforeCall: Preparation = { _, _ in }
  private var unreadable: [String] = []
  private var callWaiters: [Waiter] = []
  private var idleWaiters: [CheckedContinuation<Void, Never>] = []
  private var hangers: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastHanger = 0

  private struct Waiter {
    var condition: @Sendable ([Call]) -> Bool
    var wake: CheckedContinuation<Void, Never>
  }

  /// A service with these tasks, newest first.
  package init(tasks: [MigrationTask] = []) {
    self.tasks = tasks
  }

  /// Changes the tasks.
  package func change(_ body: @Sendable (inout [MigrationTask]) -> Void) { body(&tasks) }

  /// Changes how calls are taken; calls that hang are taken now.
  package func setMood(_ mood: Mood) {
    self.mood = mood
    for (_, hanger) in hangers { hanger.resume() }
    hangers = [:]
  }

  /// Changes which objects each task could not move.
  package func setUnmoved(_ objects: [TaskID: [UnmovedObject]]) { unmoved = objects }

  /// Changes which active states can be asked for.
  package func setActiveStates(_ states: [TaskState]) { listedStates = states }

  /// Lets the tasks change just before a call is answered, or the call fail.
  package func setBeforeCall(_ body: @escaping Preparation) { beforeCall = body }

  /// Puts entries that cannot be read on the first page of each list.
  package func setUnreadable(_ reasons: [String]) { unreadable = reasons }

  /// Waits until the calls so far satisfy `condition`.
  package func waitForCalls(_ condition: @escaping @Sendable ([Call]) -> Bool) async {
    guard !condition(calls) else { return }
    await withCheckedContinuation { callWaiters.append(Waiter(condition: condition, wake: $0)) }
  }

  /// Waits until no call is under way.
  package func waitUntilIdle() async {
    guard underWay > 0 else { return }
    await withCheckedContinuation { idleWaiters.append($0) }
  }

  package func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    try await take(.list(query))
    let matching = tasks.filter { query.state == nil || $0.state == query.state }
    let page = Array(matching.dropFirst(query.start).prefix(query.limit))
    return TaskPage(tasks: page, unreadable: query.start == 0 ? unreadable : [])
  }

  package func activeStates() async throws(APIProblem) -> [TaskState] { listedStates }

  package func count(state: TaskState?) async throws(APIProblem) -> Int {
    try await take(.count(state))
    return tasks.count { state == nil || $0.state == state }
  }

  package func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await take(.show(id))
    return tasks[try index(of: id)]
  }

  package func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    try await take(.create)
    let id = TaskID(rawValue: (tasks.map(\.id.rawValue).max() ?? 0) + 1)
    tasks.insert(MigrationTask(id: id, name: "task-\(id)", state: .waiting), at: 0)
    return CreatedTask(id: id, name: "task-\(id)")
  }

  package func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    try await take(.start(id))
    tasks[try index(of: id)].state = .running
    startKeys[id] = keys
  }

  package func stop(_ id: TaskID) async throws(APIProblem) {
    try await take(.stop(id))
    tasks[try index(of: id)].state = .stopped
  }

  package func delete(_ id: TaskID) async throws(APIProblem) {
    try await take(.delete(id))
    tasks.remove(at: try index(of: id))
  }

  package func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await take(.changeBandwidth(id))
    tasks[try index(of: id)].settings.bandwidth = windows
  }

  package func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]? {
    try await take(.failedObjects(id, start: start))
    return unmoved.map { Array(($0[id] ?? []).dropFirst(start).prefix(limit)) }
  }

  private func index(of id: TaskID) throws(APIProblem) -> Int {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else {
      throw APIProblem(kind: .notFound, code: "OMS.0062", sentence: "there is no task \(id)")
    }
    return index
  }

  private func take(_ call: Call) async throws(APIProblem) {
    underWay += 1
    defer { ended() }
    mostAtOnce = max(mostAtOnce, underWay)
    calls.append(call)
    wakeWaiters()
    while mood == .deaf || mood == .hanging && !Task.isCancelled { await hang() }
    if Task.isCancelled { throw APIProblem(kind: .cancelled, sentence: "it was called off") }
    if case .failing(let problem) = mood { throw problem }
    try beforeCall(call, &tasks)
  }

  private func ended() {
    underWay -= 1
    guard underWay == 0 else { return }
    for waiter in idleWaiters { waiter.resume() }
    idleWaiters = []
  }

  private func wakeWaiters() {
    let ready = callWaiters.filter { $0.condition(calls) }
    callWaiters.removeAll { $0.condition(calls) }
    for waiter in ready { waiter.wake.resume() }
  }

  private func hang() async {
    lastHanger += 1
    let hanger = lastHanger
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled, mood != .deaf {
          continuation.resume()
        } else {
          hangers[hanger] = continuation
        }
      }
    } onCancel: {
      Task { await self.giveUp(hanger) }
    }
  }

  private func giveUp(_ hanger: Int) {
    if mood != .deaf { hangers.removeValue(forKey: hanger)?.resume() }
  }
}
