import Foundation
import TestSupport

@testable import Migration

@testable import MigrationService

/// The real decisions of the service in a world that is drawn from a seed: its clock, its disk, its
/// runs, its callers, and when it dies.
struct World {
  static let project = "p"
  static let limits = {
    var limits = EngineSettings(
      maxRunning: 3, creationsPerDay: 40, waitingTasks: 12, waitingTime: .seconds(4000))
    limits.tells = true
    return limits
  }()

  let seed: UInt64
  let store = SimulatedStore()
  var random: Generator
  var now = Date(timeIntervalSince1970: 1_750_000_000)
  var machine: TaskMachine
  /// What the machine has ordered and nobody has carried out yet.
  var orders: [TaskMachine.Order] = []
  var runs: [TaskID: SimulatedRun] = [:]
  var expectations: [TaskID: Expectation] = [:]
  /// How many objects of each task are at its destination.
  var arrived: [TaskID: Int64] = [:]
  /// How many were there when a run began.
  var begun: [RunAttempt: Int64] = [:]
  /// Runs that are over, whose last words may still be on their way.
  var oldAttempts: [RunAttempt] = []
  var crashes = 0
  /// How many groups were asked for.
  var groupCount = 0
  /// Whether nothing goes wrong any more.
  var isKind = false
  /// Whether the seed decides when the disk fails and the process dies.
  let drawsFaults: Bool
  /// What has happened, for whoever has to find out why.
  var log: [String] = []

  /// The world of `seed`.
  init(seed: UInt64, drawsFaults: Bool = true) throws {
    self.seed = seed
    self.drawsFaults = drawsFaults
    random = Generator(seed: seed)
    machine = try TaskMachine(store, settings: Self.limits)
    try machine.recover(at: now)
  }

  /// One of `all`, or `nil` when there are none.
  mutating func any<Element>(_ all: some Collection<Element>) -> Element? {
    all.randomElement(using: &random)
  }

  /// Whether something happens that happens once in `count` times.
  mutating func happens(onceIn count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  /// A turn of the machine; the process may die in it.
  ///
  /// - Returns: What was answered, or `nil` when nobody was left to answer.
  mutating func turn(
    _ body: (inout TaskMachine, Date) throws -> Void
  ) -> Result<Void, any Error>? {
    let result: Result<Void, any Error>
    do {
      try body(&machine, now)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    let taken = machine.takeOrders()
    guard !store.hasCrashed else {
      crash()
      return nil
    }
    orders += taken
    return result
  }

  /// The process dies, its runs with it, and another one takes their place.
  mutating func crash() {
    crashes += 1
    log.append("crash")
    store.hasCrashed = false
    store.fail(nil)
    runs = [:]
    orders = []
    for id in Array(expectations.keys) {
      // What was not on disk may be said to have arrived no more.
      let arrived = store.task(id)?.progress.objects.succeeded ?? 0
      expectations[id]?.arrived = arrived
    }
    do {
      machine = try TaskMachine(store, settings: Self.limits)
      try machine.recover(at: now)
      orders = machine.takeOrders()
    } catch {
      log.append("no start: \(error)")
    }
  }

  /// Carries out the order that was given first.
  ///
  /// - Returns: What is wrong with it, if anything.
  mutating func carryOut() -> String? {
    guard !orders.isEmpty else { return nil }
    switch orders.removeFirst() {
    case .begin(let attempt):
      guard runs[attempt.task] == nil else { return "task \(attempt.task) runs twice" }
      guard let task = store.task(attempt.task) else { return "a task runs that is gone" }
      guard store.keys(of: task.id) != nil else { return "task \(task.id) runs without its keys" }
      let arrived = arrived[task.id] ?? 0
      let before = begun[attempt] ?? arrived
      begun[attempt] = before
      runs[task.id] = SimulatedRun(
        attempt, of: task, objects: task.id.rawValue % 9, arrived: arrived, before: before)
    case .tell(let attempt, let command):
      if runs[attempt.task]?.attempt == attempt { runs[attempt.task]?.take(command) }
    case .postNotices:
      if let notice = any(store.owed.values.sorted { $0.id < $1.id }) {
        _ = turn { machine, _ in try machine.settle(notice, as: .delivered) }
      }
    case .forget, .tidy, .report: break
    }
    return nil
  }
}
