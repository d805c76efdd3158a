import Migration

/// What a feed remembers of the tasks it has told about.
struct FeedKnowledge {
  /// All tasks.
  private(set) var tasks: Set<TaskID> = []
  /// Those that were under way when they were read last, so that they change by themselves.
  private(set) var active: Set<TaskID> = []
  /// Whether all tasks have been loaded once.
  var isLoaded = false

  /// Whether there are too many tasks to load all of them at each refresh.
  var isLarge: Bool { isLoaded && tasks.count > PageWalk.pageSize }

  /// Takes in tasks as they are now.
  mutating func learn(_ more: some Sequence<MigrationTask>) {
    for task in more {
      tasks.insert(task.id)
      if task.state.isActive { active.insert(task.id) } else { active.remove(task.id) }
    }
  }

  /// Forgets tasks that are gone.
  mutating func forget(_ gone: Set<TaskID>) {
    tasks.subtract(gone)
    active.subtract(gone)
  }
}

extension TaskState {
  /// Whether a task leaves this state by itself, as far as anybody knows.
  fileprivate var isActive: Bool {
    switch self {
    case .initialising, .waiting, .running, .retrying, .stopping: true
    case .stopped, .failed, .succeeded, .unknown: false
    }
  }
}
