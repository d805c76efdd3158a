package import Migration

/// What is newly known of a service's tasks.
package struct TaskDelta: Equatable, Sendable {
  /// Tasks that are new or not as they were.
  package var changed: [TaskID: SeenTask] = [:]
  /// Tasks that are no longer there, as they were last seen.
  package var gone: [TaskID: MigrationTask] = [:]
  /// What happened to tasks after all of them had been read once, in order.
  package var happened: [Happened] = []
  /// The watched tasks that could not be read when they were last asked for, and why.
  package var troubles: [TaskID: Trouble] = [:]
  /// How far all that is known can be trusted.
  package var freshness = Freshness()

  /// Nothing new.
  package init() {}

  /// Adds what became known later.
  package mutating func merge(_ later: TaskDelta) {
    for id in later.gone.keys { changed[id] = nil }
    for id in later.changed.keys { gone[id] = nil }
    changed.merge(later.changed) { $1 }
    gone.merge(later.gone) { $1 }
    // Nobody who has been away for long reads more.
    happened = (happened + later.happened).suffix(Self.mostHappenings)
    troubles = later.troubles
    freshness = later.freshness
  }

  private static let mostHappenings = 10_000
}

/// A task, and how old the knowledge of it is.
package struct SeenTask: Equatable, Sendable {
  /// The task.
  package var task: MigrationTask
  /// When it was asked for, from the beginning of the watch: it was so then or later.
  package var askedAt: Duration

  /// A task as it was seen.
  package init(task: MigrationTask, askedAt: Duration) {
    self.task = task
    self.askedAt = askedAt
  }
}

/// Why a task cannot be read.
package struct Trouble: Equatable, Sendable {
  /// What the last request met with.
  package var problem: APIProblem
  /// When the first of the requests in a row was sent that met with a problem, from the beginning of
  /// the watch.
  package var since: Duration

  /// Trouble with one task.
  package init(problem: APIProblem, since: Duration) {
    self.problem = problem
    self.since = since
  }
}

/// Something that happened to a task between two looks.
package struct Happened: Equatable, Sendable {
  /// The task as it was seen, or as it was before it had gone.
  package var task: MigrationTask
  /// What happened.
  package var what: TaskHappening
  /// When the look that showed it was asked for, from the beginning of the watch.
  package var askedAt: Duration
}

/// How far what a watch knows can be trusted.
package struct Freshness: Equatable, Sendable {
  /// When the last reading of each lane was asked for that was answered whole, from the beginning
  /// of the watch.
  package var readAt: [Lane: Duration] = [:]
  /// Whether all tasks have been read once.
  package var isLoaded = false
  /// Why nothing is answered any more; `nil` while something is.
  package var outage: Outage?
  /// The parts of the list that could not be read when they were last asked for, in order.
  package var unread: [Unread] = []

  /// Nothing has been read.
  package init() {}

  /// The moment that everything which changes by itself was asked for after, and how many tasks
  /// there are; `nil` before the first answer.
  package var asOf: Duration? {
    guard let moving = readAt[.moving] else { return nil }
    return readAt[.counts].map { min($0, moving) } ?? moving
  }
}

/// A time without a useful answer.
package struct Outage: Equatable, Sendable {
  /// What the last request met with.
  package var problem: APIProblem
  /// When it was noticed, from the beginning of the watch.
  package var began: Duration
  /// When the next one is sent, from the beginning of the watch.
  package var retryAt: Duration
  /// How many tries in a row have failed.
  package var failures: Int

  /// An outage.
  package init(problem: APIProblem, began: Duration, retryAt: Duration, failures: Int) {
    self.problem = problem
    self.began = began
    self.retryAt = retryAt
    self.failures = failures
  }
}

/// A part of the list that could not be read.
package struct Unread: Equatable, Sendable {
  /// Where the page begins, from 0.
  package var start: Int
  /// How many entries of it could not be read; `nil` when it is not known how many it has.
  package var count: Int?
  /// Why, or why the first of them.
  package var cause: Cause

  /// Why something could not be read.
  package enum Cause: Equatable, Sendable {
    /// An entry is not as it should be.
    case entry(reason: String)
    /// The whole page was refused, or is no list.
    case page(APIProblem)
  }

  /// A part that could not be read.
  package init(start: Int, count: Int?, cause: Cause) {
    self.start = start
    self.count = count
    self.cause = cause
  }
}
