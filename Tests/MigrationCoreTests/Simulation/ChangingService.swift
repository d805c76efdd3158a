import Foundation
import TestSupport

@testable import Migration
@testable import MigrationCore

/// A migration service that changes under whoever uses it: other people act on its tasks, tasks end
/// by themselves, it crashes and comes back, and answers are late, lost or somebody else's.
///
/// All of it follows from a seed, and it remembers all that was ever so.
actor ChangingService {
  /// A call that changes something, and what its sender knew.
  struct Call: Sendable {
    var door: Int
    var step: ActionStep
    var id: TaskID
    /// The task as it was last answered through this door; `nil` when it never was.
    var known: MigrationTask?
  }

  /// All that is so and was so.
  var world: WatchedService
  var calls: [Call] = []
  var faults = FaultCount()

  let time: SimulatedTime
  private let start: SimulatedTime.Instant
  var random: Generator
  let showsStopping: Bool
  /// Tasks that are stopping and look as if they ran, as in v1.
  var stopping: Set<TaskID> = []
  var lateRefusals: [TaskID: Int] = [:]
  var known: [Int: [TaskID: MigrationTask]] = [:]
  var isQuiet = false
  var isDown = false
  private var runs = 0

  init(seed: UInt64, time: SimulatedTime) {
    var random = Generator(seed: seed)
    let count = [3, 12, 40, 99, 130, 230].randomElement(using: &random) ?? 3
    let states: [TaskState] = [.running, .stopped, .failed, .succeeded, .succeeded, .waiting]
    world = WatchedService(
      (0..<count).map { index in
        let state = states.randomElement(using: &random) ?? .stopped
        var task = MigrationTask(id: TaskID(rawValue: Int64(count - index)), state: state)
        task.startedAt = state == .waiting ? nil : Date(timeIntervalSince1970: Double(index))
        return task
      })
    showsStopping = Bool.random(using: &random)
    self.random = random
    self.time = time
    start = time.now
  }

  /// The time from the beginning.
  var now: Duration { start.duration(to: time.now) }

  /// From now on nothing goes wrong, and nobody else does anything.
  func calmDown() {
    isQuiet = true
    isDown = false
  }

  // MARK: What others do

  /// Lets others work on the tasks until it is quiet.
  func live() async {
    while !isQuiet {
      guard (try? await time.sleep(for: .milliseconds(chance(300)))) != nil else { return }
      for _ in 0..<chance(4) { change() }
      if chance(150) == 0 {
        isDown = true
        faults.crashes += 1
        try? await time.sleep(for: .milliseconds(chance(9_000)))
        isDown = false
      }
    }
    // What has begun comes to its end.
    while !stopping.isEmpty || world.tasks.contains(where: { $0.state == .stopping }) {
      guard (try? await time.sleep(for: .milliseconds(200))) != nil else { return }
      change()
    }
  }

  private func change() {
    for task in world.tasks where task.state == .stopping || stopping.contains(task.id) {
      if chance(6) == 0 { endStop(of: task.id) }
    }
    guard !isQuiet, !world.tasks.isEmpty else { return }
    let task = world.tasks[chance(world.tasks.count)]
    switch (task.state, chance(12)) {
    case (_, 0):
      world.add(.waiting, at: now)
      if chance(2) == 0, let new = world.tasks.first { begin(new.id, .running) }
    case (.running, 1) where !stopping.contains(task.id):
      set(task.id, [.succeeded, .failed][chance(2)])
    case (.running, 2) where !stopping.contains(task.id): beginStop(of: task.id)
    case (.running, _):
      world.update(task.id, at: now) { $0.completedBytes.rawValue += 1_000 }
    case (.waiting, 1...4): begin(task.id, .running)
    case (.stopped, 1), (.failed, 1): begin(task.id, [.waiting, .running][chance(2)])
    case (.stopped, 2), (.failed, 2), (.succeeded, 2): world.remove(task.id, at: now)
    default: break
    }
  }

  func begin(_ id: TaskID, _ state: TaskState) {
    runs += 1
    let startedAt = Date(timeIntervalSince1970: 10_000 + Double(runs))
    stopping.remove(id)
    lateRefusals[id] = nil
    world.update(id, at: now) { task in
      task.state = state
      task.startedAt = startedAt
    }
  }

  func beginStop(of id: TaskID) {
    if showsStopping { set(id, .stopping) } else { stopping.insert(id) }
  }

  private func endStop(of id: TaskID) {
    stopping.remove(id)
    lateRefusals[id] = isQuiet ? 0 : chance(4)
    set(id, [.stopped, .stopped, .stopped, .failed, .succeeded][chance(5)])
  }

  private func set(_ id: TaskID, _ state: TaskState) {
    world.update(id, at: now) { $0.state = state }
  }

  func chance(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &random) }
}
