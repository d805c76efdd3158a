package import Migration

/// What the requests of a watch are for, in the order in which they go first.
package enum Lane: Int, CaseIterable, Comparable, Sendable {
  /// The tasks that a question before the user's eyes is about.
  case targets
  /// The tasks that change by themselves.
  case moving
  /// How many tasks there are, and what came or went when that changed.
  case counts
  /// One page after the other of all the rest.
  case page

  /// The most requests of all lanes that are under way at once.
  package static let mostAtOnce = callsAtOnce

  /// The most requests of this lane that are under way at once.
  ///
  /// No lane but the first takes the last place, so that none can starve those before it.
  var mostAtOnce: Int {
    switch self {
    case .targets: Self.mostAtOnce
    case .moving, .page: Self.mostAtOnce - 1
    case .counts: 1
    }
  }

  /// Whether one more request of this lane may be sent.
  func isAdmitted(beside underWay: [Lane: Int]) -> Bool {
    underWay.values.reduce(0, +) < Self.mostAtOnce && underWay[self, default: 0] < mostAtOnce
  }

  package static func < (one: Lane, other: Lane) -> Bool { one.rawValue < other.rawValue }
}

/// One thing that can be asked of a service.
package enum Question: Hashable, Sendable {
  /// Which states can be listed that a task leaves by itself.
  case states
  /// How many tasks there are.
  case count
  /// A part of a list.
  case list(TaskQuery)
  /// One task.
  case show(TaskID)
}

/// What a question was answered with.
package enum Reply: Sendable {
  case states([TaskState])
  case count(Int)
  case list(TaskPage)
  case task(MigrationTask)
}

/// A request of a watch.
package struct Ask: Hashable, Sendable {
  /// Its number; none has the number of another.
  package let number: Int
  /// What it is for.
  package let lane: Lane
  /// What is asked.
  package let question: Question
  /// When it is sent, from the beginning of the watch: what its answer says was so then or later.
  package let at: Duration
}

/// What a watch wants done now.
package struct Turn: Equatable, Sendable {
  /// Requests to send.
  package var asks: [Ask] = []
  /// Requests under way, by number, that are to be called off; their answers are of no use.
  package var abandoned: [Int] = []
  /// When to look again unless an answer comes before, from the beginning of the watch; `nil` means
  /// when something is asked for.
  package var wakeAt: Duration?
}

extension MigrationBackend {
  /// Answers a question.
  package func answer(_ question: Question) async -> Result<Reply, APIProblem> {
    do throws(APIProblem) {
      switch question {
      case .states: return .success(.states(try await activeStates()))
      case .count: return .success(.count(try await count(state: nil)))
      case .list(let query): return .success(.list(try await list(query)))
      case .show(let id): return .success(.task(try await show(id)))
      }
    } catch {
      return .failure(error)
    }
  }
}
