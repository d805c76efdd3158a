import Canvas
import Words

@testable import Migration

@testable import Dashboard

/// A dashboard that is told line by line, with a user and a service played by the test; what is typed
/// stands behind `> `.
struct ToldSession {
  private(set) var state: State
  private(set) var effects: [Effect] = []
  /// Everything that was typed and told, a line each.
  private(set) var transcript: [String] = []

  private var narration = Narration()
  private var now = Duration.zero

  /// A dashboard that knows `tasks`.
  init(
    _ configuration: DashboardConfiguration = DashboardConfiguration(profile: "prod"),
    tasks: [MigrationTask]? = MigrationTask.samples
  ) {
    state = State(configuration: configuration, size: Size(rows: 34, columns: 80))
    if let tasks { send(.tasksLoaded(TaskSnapshot(tasks: tasks))) }
  }

  /// Whether the rest of a line is to be dropped.
  var dropsLine: Bool { narration.dropsLine }

  /// All of it as a text.
  var text: String { transcript.joined(separator: "\n") }

  mutating func send(_ events: Event...) {
    for event in events { take(event) }
    transcript += narration.lines(of: state)
  }

  /// Types a line a second after whatever was before.
  mutating func type(_ line: String?) {
    now += .seconds(1)
    transcript.append("> " + (line ?? "^D"))
    let keys = state.keys(of: line)
    if keys.isEmpty { narration.ask() }
    for key in keys { take(.key(key, at: now)) }
    transcript += narration.lines(of: state)
  }

  /// Answers what the open prompt asked the service, and has its question be read.
  mutating func readTargets(isSeen: Bool = true) {
    guard let prompt = state.prompt else { return }
    let readings = prompt.targets.compactMap { target in
      MigrationTask.samples.first { $0.id == target.id }.map {
        TargetReading(id: target.id, outcome: .success($0))
      }
    }
    send(.targetsRead(readings, request: prompt.request))
    if isSeen { showPrompt() }
  }

  /// Has the open question be read.
  mutating func showPrompt() {
    guard let prompt = state.prompt else { return }
    send(.shown(request: prompt.request))
  }

  /// Answers the search for the keys of a new task, and has the question be read.
  mutating func findKeys(_ keys: TransferKeys) {
    send(.keysFound(.success(keys), request: state.newTask?.request ?? 0))
    seeNewTask()
  }

  /// Has the question about a new task be read.
  mutating func seeNewTask() { send(.shown(request: state.newTask?.request ?? 0)) }

  /// The number of the newest creation.
  var newestCreation: Int? {
    effects.compactMap { if case .create(_, let request) = $0 { request } else { nil } }.last
  }

  private mutating func take(_ event: Event) {
    narration.note(event, before: state)
    for effect in update(&state, event) {
      if case .arrange(let request) = effect {
        take(.arranged(state.list.table.arranger.rows() ?? [], request: request))
      } else {
        effects.append(effect)
      }
    }
  }
}
