import Migration

/// Reads the tasks that a question before the user's eyes is about.
struct TargetLane: Sendable {
  /// The tasks.
  var ids: [TaskID] = [] {
    didSet {
      waiting.removeAll { !ids.contains($0) }
      troubles = troubles.filter { ids.contains($0.key) }
    }
  }
  /// Those that could not be read when they were last asked for.
  private(set) var troubles: [TaskID: Trouble] = [:]
  /// Whether all of them were answered for in this round.
  private(set) var isWhole = true

  private var waiting: [TaskID] = []
  private var underWay: Set<TaskID> = []

  /// Whether nothing is left to ask for; answers may be on their way.
  var isAsked: Bool { waiting.isEmpty }

  /// Begins anew.
  ///
  /// - Parameter first: How many to put off to the end, so that one that is never answered does not
  ///   hide the others from a service that is tried with one request.
  mutating func begin(after first: Int) {
    let first = ids.isEmpty ? 0 : first % ids.count
    // One that has not been answered since the last refresh holds up no other.
    waiting = (ids[first...] + ids[..<first]).filter { !underWay.contains($0) }
    isWhole = underWay.isEmpty
  }

  /// Forgets what is under way and was to come.
  mutating func stop() {
    waiting = []
    underWay = []
  }

  /// The next thing to ask.
  mutating func next() -> Question? {
    guard !waiting.isEmpty else { return nil }
    let id = waiting.removeFirst()
    underWay.insert(id)
    return .show(id)
  }

  /// Notes that a task was read, or why it could not be.
  mutating func ended(_ ask: Ask, _ problem: APIProblem?) {
    guard case .show(let id) = ask.question else { return }
    underWay.remove(id)
    if problem.map({ !$0.saysGone }) ?? false { isWhole = false }
    guard ids.contains(id) else { return }
    troubles[id] = problem.map { Trouble(problem: $0, since: troubles[id]?.since ?? ask.at) }
  }
}
