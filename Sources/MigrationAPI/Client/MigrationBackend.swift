/// What can be asked of a migration service, whichever version of the API it speaks.
///
/// Every call has a deadline of its own, ends early when its Swift task is cancelled (with a problem
/// of kind ``APIProblem/Kind/cancelled``) and throws nothing but ``APIProblem``.
package protocol MigrationBackend: Sendable {
  /// One page of the tasks, newest first.
  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage

  /// How many tasks there are, in `state` or altogether.
  func count(state: TaskState?) async throws(APIProblem) -> Int

  /// One task as it is now.
  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask

  /// Makes a task, which starts by itself. Never repeated blindly: a second task could result.
  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask

  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - keys: The keys for both sides, which the service asks for each time.
  ///   - failedOnly: Whether only the objects that failed are run again.
  /// - Throws: ``APIProblem``.
  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem)

  /// Asks a running task to stop. It has stopped when ``show(_:)`` says so, not before.
  func stop(_ id: TaskID) async throws(APIProblem)

  /// Removes a task, which must not be running.
  func delete(_ id: TaskID) async throws(APIProblem)
}

/// Which tasks to list.
package struct TaskQuery: Equatable, Hashable, Sendable {
  /// The number of the first task, from 0.
  package var start: Int
  /// The most tasks to return, 1 to 100.
  package var limit: Int
  /// Only tasks in this state; `nil` means all.
  package var state: TaskState?

  /// A query; without arguments for the newest 100.
  package init(start: Int = 0, limit: Int = 100, state: TaskState? = nil) {
    self.start = start
    self.limit = limit
    self.state = state
  }
}

/// A part of the list of tasks.
package struct TaskPage: Equatable, Sendable {
  /// The tasks, in the order of the service.
  package var tasks: [MigrationTask]
  /// Entries of the page that could not be read, with the reason.
  package var unreadable: [String]

  /// The number of entries on the page, by which the next one starts.
  package var count: Int { tasks.count + unreadable.count }

  /// A page.
  package init(tasks: [MigrationTask], unreadable: [String] = []) {
    self.tasks = tasks
    self.unreadable = unreadable
  }
}

/// A task to be made.
package struct NewTask: Equatable, Sendable {
  /// How the objects are chosen.
  package var kind: TaskKind
  /// Where the objects come from, with the keys or prefixes to move.
  package var source: StorageLocation
  /// Where they go to; `keys` holds the target folder.
  package var destination: StorageLocation
  /// The keys for both sides.
  package var keys: TransferKeys
  /// The user's words, at most 255 characters, without `< > ( ) " ' &`.
  package var description: String
  /// Speed limits by time of day, at most 5.
  package var bandwidth: [BandwidthWindow]
  /// Threads, 0 to 50.
  package var threads: Int

  /// A task without a limit.
  package init(
    kind: TaskKind = .object, source: StorageLocation, destination: StorageLocation,
    keys: TransferKeys, description: String = "", bandwidth: [BandwidthWindow] = [],
    threads: Int = 20
  ) {
    self.kind = kind
    self.source = source
    self.destination = destination
    self.keys = keys
    self.description = description
    self.bandwidth = bandwidth
    self.threads = threads
  }
}

/// What the service answers when a task was made.
package struct CreatedTask: Equatable, Sendable {
  /// The new task's id.
  package var id: TaskID
  /// The name that the service gave it.
  package var name: String

  /// A new task.
  package init(id: TaskID, name: String) {
    self.id = id
    self.name = name
  }
}

/// The keys for both sides of a migration; `nil` where a side needs none.
package struct TransferKeys: Hashable, Sendable {
  /// For the source.
  package var source: StorageKeys?
  /// For the destination.
  package var destination: StorageKeys?

  /// Keys; without arguments none.
  package init(source: StorageKeys? = nil, destination: StorageKeys? = nil) {
    self.source = source
    self.destination = destination
  }
}
