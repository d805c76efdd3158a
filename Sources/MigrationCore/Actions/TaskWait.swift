package import Migration

/// Waits until tasks are where they should be.
package struct TaskWait: Sendable {
  /// What to wait for.
  ///
  /// The raw value is what users type.
  package enum Goal: String, CaseIterable, Sendable {
    case stopped, succeeded, failed
    /// Any of the three.
    case finished

    func isReached(in state: TaskState) -> Bool {
      switch self {
      case .stopped: state == .stopped
      case .succeeded: state == .succeeded
      case .failed: state == .failed
      case .finished: state.isFinished
      }
    }
  }

  /// How the waiting for one task ended.
  package enum End: Equatable, Sendable {
    /// It is there.
    case reached(TaskState)
    /// It has finished in another way, so it will not get there.
    case missed(TaskState)
    /// The time is over; the state is the last that was seen, if any was.
    case timedOut(TaskState?)
    /// It cannot be looked at.
    case failed(APIProblem)
  }

  /// For ever, every two seconds at most, through outages of a minute.
  package static let patient = Polling(
    limit: nil, firstPause: .milliseconds(200), longestPause: .seconds(2),
    longestOutage: .seconds(60))

  private let backend: any MigrationBackend
  private let polling: Polling

  /// A waiter.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - polling: How long and how often to look.
  package init(backend: any MigrationBackend, polling: Polling = Self.patient) {
    self.backend = backend
    self.polling = polling
  }

  /// Waits until each of `ids` has reached `goal` or cannot reach it any more.
  ///
  /// - Returns: How it ended for each, in their order; repeated ids count once.
  package func wait(for goal: Goal, of ids: [TaskID]) async -> [(id: TaskID, end: End)] {
    var seen: Set<TaskID> = []
    let ids = ids.filter { seen.insert($0).inserted }
    var ends: [TaskID: End] = [:]
    var states: [TaskID: TaskState] = [:]
    var problem: APIProblem?
    do {
      let _: Void? = try await polling { () throws(APIProblem) in
        var outage: APIProblem?
        for reading in await backend.readings(of: ids.filter { ends[$0] == nil }) {
          switch reading.outcome {
          case .success(let task):
            states[task.id] = task.state
            ends[reading.id] = Self.end(goal, in: task.state)
          case .failure(let failure) where failure.isPassing: outage = failure
          case .failure(let failure): ends[reading.id] = .failed(failure)
          }
        }
        if let outage { throw outage }
        return ends.count == ids.count ? () : nil
      }
    } catch {
      problem = error
    }
    return ids.map { id in
      (id, ends[id] ?? problem.map(End.failed) ?? .timedOut(states[id]))
    }
  }

  private static func end(_ goal: Goal, in state: TaskState) -> End? {
    if goal.isReached(in: state) { return .reached(state) }
    return state.isFinished ? .missed(state) : nil
  }
}
