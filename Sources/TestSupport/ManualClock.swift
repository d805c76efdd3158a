import Synchronization

/// A clock that stands still until a test moves it.
package final class ManualClock: Clock {
  /// A moment, by how long it is after the beginning.
  package struct Instant: InstantProtocol {
    /// The time since the beginning.
    package var offset = Duration.zero

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private struct State {
    var now = Instant()
    var lastSleeper = 0
    var sleepers: [Int: (deadline: Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
    var watchers: [(deadline: Instant, wake: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  /// A clock at its beginning.
  package init() {}

  package var now: Instant { state.withLock(\.now) }
  package var minimumResolution: Duration { .zero }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.lastSleeper += 1
      return state.lastSleeper
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOver = state.withLock { state in
          if Task.isCancelled || deadline <= state.now { return true }
          state.sleepers[id] = (deadline, continuation)
          let ready = state.watchers.filter { $0.deadline == deadline }
          state.watchers.removeAll { $0.deadline == deadline }
          for watcher in ready { watcher.wake.resume() }
          return false
        }
        if isOver { continuation.resume() }
      }
      try Task.checkCancellation()
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake.resume(
        throwing: CancellationError())
    }
  }

  /// Waits until somebody sleeps until `offset` after the beginning.
  package func wait(forSleeperAt offset: Duration) async {
    let deadline = Instant(offset: offset)
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.sleepers.values.contains(where: { $0.deadline == deadline }) { return true }
        state.watchers.append((deadline, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  /// Waits until somebody sleeps until `offset` after the beginning, and moves on to then.
  package func advance(toSleeperAt offset: Duration) async {
    await wait(forSleeperAt: offset)
    advance(to: offset)
  }

  /// Moves on to `offset` after the beginning, whoever sleeps until then.
  package func advance(to offset: Duration) {
    let deadline = Instant(offset: offset)
    let awake = state.withLock { state in
      state.now = max(state.now, deadline)
      let due = state.sleepers.filter { $0.value.deadline <= deadline }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.wake)
    }
    for sleeper in awake { sleeper.resume() }
  }
}
