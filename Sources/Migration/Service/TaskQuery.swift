/// Which tasks to list.
///
/// `group` and `name` narrow the answer only where the API can (v2); whoever asks filters the answer
/// again.
public struct TaskQuery: Equatable, Hashable, Sendable {
  /// The number of the first task, from 0.
  public var start: Int
  /// The most tasks to return, 1 to 100.
  public var limit: Int
  /// Only tasks in this state; `nil` means all.
  public var state: TaskState?
  /// Only tasks of this group; `nil` means all.
  public var group: TaskGroupID?
  /// Only tasks whose name has this text in it; `nil` means all.
  public var name: String?

  /// A query; without arguments for the newest 100.
  public init(
    start: Int = 0, limit: Int = 100, state: TaskState? = nil, group: TaskGroupID? = nil,
    name: String? = nil
  ) {
    self.start = start
    self.limit = limit
    self.state = state
    self.group = group
    self.name = name
  }
}

/// A part of the list of tasks.
public struct TaskPage: Equatable, Sendable {
  /// The tasks, in the order of the service.
  public var tasks: [MigrationTask]
  /// Entries of the page that could not be read, with the reason.
  public var unreadable: [String]
  /// How many tasks pass the query altogether; `nil` when the answer does not say (v1).
  public var total: Int?
  /// What the answer had in it that could not be used.
  public var leftOut = LeftOut()

  /// The number of entries on the page, by which the next one starts.
  public var count: Int { tasks.count + unreadable.count }

  /// A page.
  public init(tasks: [MigrationTask], unreadable: [String] = [], total: Int? = nil) {
    self.tasks = tasks
    self.unreadable = unreadable
    self.total = total
  }
}
