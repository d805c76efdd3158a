import MigrationAPI

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

  /// The states that a service is asked for at each refresh when there are many tasks.
  static let activeStates: [TaskState] = [.running, .waiting, .initialising]

  /// Takes in tasks as they are now.
  mutating func learn(_ more: some Sequence<MigrationTask>) {
    for task in more {
      tasks.insert(task.id)
      if task.state.isMoving || Self.activeStates.contains(task.state) {
        active.insert(task.id)
      } else {
        active.remove(task.id)
      }
    }
  }

  /// Forgets tasks that are gone.
  mutating func forget(_ gone: Set<TaskID>) {
    tasks.subtract(gone)
    active.subtract(gone)
  }
}
