import Synchronization

/// A world of its own for Swift tasks: one thing happens at a time, in an order that follows from a
/// seed, on a clock that jumps to the next moment at which anything is to happen.
///
/// What runs in ``run(seed:_:)`` and waits only for things of this world and for this clock runs in
/// the same way whenever the seed is the same.
package final class SimulatedTime: TaskExecutor, Clock {
  /// A moment, by how long it is after the beginning.
  package typealias Instant = ManualClock.Instant

  private struct Sleeper {
    var deadline: Instant
    var number: Int
    var wake: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant()
    var random: Generator
    var ready: [UnownedJob] = []
    var sleepers: [Int: Sleeper] = [:]
    var lastNumber = 0
    var steps = 0
  }

  private let state: Mutex<State>

  private init(seed: UInt64) {
    state = Mutex(State(random: Generator(seed: seed)))
  }

  /// Runs `body` in a world of its own.
  ///
  /// - Parameters:
  ///   - seed: What the order follows from.
  ///   - mostSteps: How many steps it may take.
  ///   - body: What happens; it is given the world as its clock.
  /// - Returns: What it returns; `nil` when everybody waits for something that never comes, or it has
  ///   taken too many steps.
  package static func run<Value: Sendable>(
    seed: UInt64, mostSteps: Int = 5_000_000,
    _ body: @escaping @Sendable (SimulatedTime) async -> Value
  ) -> Value? {
    let time = SimulatedTime(seed: seed)
    let outcome = Outcome<Value>()
    Task(executorPreference: time) { outcome.set(await body(time)) }
    while outcome.value == nil, time.step(atMost: mostSteps) {}
    return outcome.value
  }

  package var now: Instant { state.withLock(\.now) }
  package var minimumResolution: Duration { .zero }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.ready.append(job) }
  }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOver = state.withLock { state in
          if Task.isCancelled || deadline <= state.now { return true }
          state.sleepers[number] = Sleeper(deadline: deadline, number: number, wake: continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
      try Task.checkCancellation()
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: number) }?.wake.resume(
        throwing: CancellationError())
    }
  }

  /// Lets one thing happen, or the time pass until something does.
  ///
  /// - Returns: Whether there was anything.
  private func step(atMost most: Int) -> Bool {
    let (job, sleeper, isOver) = state.withLock { state -> (UnownedJob?, Sleeper?, Bool) in
      state.steps += 1
      if state.steps > most { return (nil, nil, true) }
      if !state.ready.isEmpty {
        let index = Int.random(in: 0..<state.ready.count, using: &state.random)
        state.ready.swapAt(index, state.ready.count - 1)
        return (state.ready.removeLast(), nil, false)
      }
      let next = state.sleepers.values.min {
        ($0.deadline, $0.number) < ($1.deadline, $1.number)
      }
      guard let next else { return (nil, nil, true) }
      state.sleepers[next.number] = nil
      state.now = max(state.now, next.deadline)
      return (nil, next, false)
    }
    job?.runSynchronously(on: asUnownedTaskExecutor())
    sleeper?.wake.resume()
    return !isOver
  }
}

/// A place for what comes of something that runs elsewhere.
private final class Outcome<Value: Sendable>: Sendable {
  private let content = Mutex<Value?>(nil)

  var value: Value? { content.withLock(\.self) }

  func set(_ value: Value) { content.withLock { $0 = value } }
}
