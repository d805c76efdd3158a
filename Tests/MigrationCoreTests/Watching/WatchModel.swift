import Testing

@testable import Migration
@testable import MigrationCore

/// A watch on a service, with the way between them and the time in the hands of a test.
struct WatchModel {
  /// A request on its way, or its answer on the way back.
  struct Travel {
    var ask: Ask
    var answerAt: Duration
    var arriveAt: Duration
    var result: Result<Reply, APIProblem>?
  }

  var service: WatchedService
  var watch: Watch
  private(set) var now = Duration.zero
  /// What a reader of all deltas knows.
  private(set) var picture: [TaskID: SeenTask] = [:]
  private(set) var freshness = Freshness()
  private(set) var happened: [TaskHappening] = []
  private(set) var asked: [Ask] = []
  /// How many requests there were when a user paused.
  var askedBeforePause = 0
  private(set) var abandoned: Set<Int> = []
  private(set) var violations: [String] = []
  /// How long a request takes there, and its answer back, and what becomes of it.
  var journey: (Ask) -> (there: Duration, back: Duration, fault: APIProblem?) = { _ in
    (.milliseconds(1), .milliseconds(1), nil)
  }
  private var travels: [Travel] = []
  private var active: Set<TaskID> = []

  init(_ service: WatchedService, watch: Watch = Watch()) {
    self.service = service
    self.watch = watch
  }

  /// The tasks of which the reader knows something else than is so.
  var untrue: [TaskID] {
    let truth = Dictionary(uniqueKeysWithValues: service.tasks.map { ($0.id, $0) })
    return Set(truth.keys).union(picture.keys).filter { truth[$0] != picture[$0]?.task }.sorted()
  }

  mutating func poll(every interval: Duration?) { watch.poll(every: interval, at: now) }
  mutating func refresh() { watch.refresh(at: now) }

  /// Lets the time pass until `end`, and all happen that is due.
  mutating func run(until end: Duration) {
    let before = asked.count
    while true {
      let turn = watch.due(at: now)
      if asked.count - before > 20_000 {
        violations.append("at \(now) requests never end: \(asked.suffix(3))")
        break
      }
      abandoned.formUnion(turn.abandoned)
      for ask in turn.asks {
        let (there, back, _) = journey(ask)
        asked.append(ask)
        travels.append(
          Travel(ask: ask, answerAt: now + there, arriveAt: now + there + back))
      }
      let times = travels.map { $0.result == nil ? $0.answerAt : $0.arriveAt }
      let next = (times + [turn.wakeAt].compactMap(\.self)).min()
      guard let next, next <= end else { break }
      if let wakeAt = turn.wakeAt, wakeAt <= now, turn.asks.isEmpty {
        violations.append("at \(now) the watch wants to be asked again at once")
        break
      }
      now = max(now, next)
      travel()
    }
    now = max(now, end)
  }

  private mutating func travel() {
    for index in travels.indices
    where travels[index].result == nil && travels[index].answerAt <= now {
      let fault = journey(travels[index].ask).fault
      travels[index].result =
        fault.map { .failure($0) } ?? service.answer(travels[index].ask.question)
    }
    let arrived = travels.filter { $0.result != nil && $0.arriveAt <= now }
    travels.removeAll { $0.result != nil && $0.arriveAt <= now }
    for travel in arrived {
      guard let result = travel.result else { continue }
      if let delta = watch.answered(travel.ask, result, at: now) { take(delta) }
    }
  }

  private mutating func take(_ delta: TaskDelta) {
    freshness = delta.freshness
    happened += delta.happened.map(\.what)
    for (id, seen) in delta.changed {
      picture[id] = seen
      if seen.task.state.isActive { active.insert(id) } else { active.remove(id) }
      if !service.has(seen.task, since: seen.askedAt) {
        violations.append("at \(now) \(id) is told as it was not after \(seen.askedAt)")
      }
    }
    for id in delta.gone.keys {
      picture[id] = nil
      active.remove(id)
      if service.tasks.contains(where: { $0.id == id }) {
        violations.append("at \(now) \(id) is told to be gone and is not")
      }
    }
    guard let moving = freshness.readAt[.moving] else { return }
    for seen in active.compactMap({ picture[$0] }) where !service.has(seen.task, since: moving) {
      violations.append("at \(now) \(seen.task.id) is older than \(moving)")
    }
  }
}

extension WatchModel {
  /// A watch that has read all of as many tasks, of which the newest few run.
  static func loaded(_ count: Int, running: Int = 0) -> WatchModel {
    var model = WatchModel(
      WatchedService(count: count) { $0 >= count - running ? .running : .succeeded })
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: .seconds(3))
    return model
  }

  /// Expects that nothing untrue was told, and that all is known.
  func expectTruth(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(violations.prefix(3) == [], sourceLocation: sourceLocation)
    #expect(untrue.prefix(5) == [], sourceLocation: sourceLocation)
  }
}
