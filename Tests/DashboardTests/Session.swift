import TestSupport
import Canvas

@testable import Migration

@testable import Dashboard

/// A dashboard with a user and a service played by the test.
struct Session {
  private(set) var state: State
  /// All effects so far, the newest last.
  private(set) var effects: [Effect] = []
  /// When the dashboard wants to be told the time.
  private(set) var alarm: Duration?
  /// When the latest key was pressed; each comes a second after the one before, unless it is typed
  /// in a hurry.
  private(set) var now = Duration.zero

  /// A dashboard that shows `tasks`.
  init(
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    size: Size = .classic, tasks: [MigrationTask]? = MigrationTask.samples
  ) {
    state = State(configuration: configuration, size: size)
    if let tasks { send(.tasksLoaded(TaskSnapshot(tasks: tasks))) }
  }

  /// The screen as text.
  var screen: String { render(state).description }

  /// Lets the time pass until the dashboard wants to be told it, and tells it.
  mutating func wake() {
    guard let alarm else { return }
    var moment = Moment(alarm / .seconds(1))
    moment.elapsed = alarm
    send(.tick(moment))
  }

  /// Lets so much time pass, and tells it.
  mutating func pass(_ time: Duration) {
    now += time
    var moment = Moment(now / .seconds(1))
    moment.elapsed = now
    send(.tick(moment))
  }

  /// The actions that were sent.
  var acts: [Effect] {
    effects.filter { if case .act = $0 { true } else { false } }
  }

  /// Sends an event; what the service tells comes when the cursor has not been moved for a while,
  /// unless it comes in a hurry.
  @discardableResult
  mutating func send(_ event: Event, inHurry: Bool = false) -> [Effect] {
    if case .tasksLoaded = event, !inHurry { state.list.release(height: state.tableHeight) }
    // The time is told once.
    if case .tick = event { alarm = nil }
    var new: [Effect] = []
    for effect in update(&state, event) {
      // The rows come before the next key, as they do for a short table.
      if case .arrange(let request) = effect {
        let rows = state.list.table.arranger.rows() ?? []
        new += send(.arranged(rows, request: request))
      } else if case .wake(let time) = effect {
        alarm = time
      } else {
        new.append(effect)
        effects.append(effect)
      }
    }
    return new
  }

  @discardableResult
  mutating func press(_ keys: Key..., after pause: Duration = .seconds(1)) -> [Effect] {
    keys.flatMap { press($0, pause) }
  }

  @discardableResult
  mutating func type(_ text: String, after pause: Duration = .seconds(1)) -> [Effect] {
    text.flatMap { press(.character($0), pause) }
  }

  private mutating func press(_ key: Key, _ pause: Duration) -> [Effect] {
    now += pause
    return send(.key(key, at: now))
  }

  /// Moves the cursor to a task.
  mutating func select(_ task: MigrationTask) {
    press(.home)
    while state.list.cursor != task.id, state.list.cursorRow + 1 < state.list.table.lines.stopCount
    {
      press(.down)
    }
  }

  /// Answers what the open prompt asked the service, from `tasks`.
  mutating func readTargets(
    from tasks: [MigrationTask] = MigrationTask.samples, problem: APIProblem? = nil,
    keys: Result<[TaskID: TransferKeys], ConfigurationError> = .success([:])
  ) {
    guard let prompt = state.prompt else { return }
    let gone = APIProblem(kind: .notFound, sentence: "there is no such task any more")
    let readings = prompt.targets.map { target in
      let task = tasks.first { $0.id == target.id }
      return TargetReading(
        id: target.id,
        outcome: problem.map { .failure($0) } ?? task.map { .success($0) } ?? .failure(gone))
    }
    send(.targetsRead(readings, keys: keys, request: prompt.request))
  }

  /// Tells the open prompt that it was seen.
  mutating func showPrompt() {
    guard let prompt = state.prompt else { return }
    send(.shown(request: prompt.request))
  }

  /// Types the keys that the open prompt asks for, and lets the question after it be seen.
  mutating func typeKeys(_ keys: TransferKeys = .samples) {
    for field in state.prompt?.form?.fields ?? [] {
      type(keys.text(field))
      press(.enter)
    }
    showPrompt()
  }

  /// Answers for the service and the terminal until the prompt can be answered.
  mutating func openPrompt(_ key: Key, tasks: [MigrationTask] = MigrationTask.samples) {
    press(key)
    readTargets(from: tasks)
    showPrompt()
  }
}
