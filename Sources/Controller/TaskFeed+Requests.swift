import Dashboard
import Migration

extension TaskFeed {
  /// The most tasks that are read one by one in a refresh.
  private var mostReadings: Int { 20 }

  /// A walk through all pages; tasks that are known now and not seen on the way are gone.
  func beginWalk() -> PageWalk {
    knownBeforeWalk = knowledge.tasks
    return PageWalk()
  }

  /// Takes one page of the walk that is under way.
  func takePage() async throws(APIProblem) {
    guard var walk else { return }
    let isOnePage = walk.query.start == 0
    let page = try await backend.list(walk.query)
    walk.take(page)
    knowledge.learn(page.tasks)
    tell(page.unreadable)
    var snapshot = TaskSnapshot(
      tasks: page.tasks, isComplete: false, date: now(), isLoading: !knowledge.isLoaded)
    if walk.isComplete {
      let gone = walk.isGapless ? knownBeforeWalk.subtracting(walk.seen) : []
      knowledge.forget(gone)
      knowledge.isLoaded = true
      snapshot.removed = gone
      snapshot.isComplete = isOnePage && walk.isGapless
      snapshot.isLoading = false
      walkedAt = clock.now
    }
    self.walk = walk.isComplete ? nil : walk
    post(.tasksLoaded(snapshot))
  }

  /// Asks for the tasks that change by themselves, and for what became of those that did.
  func refreshActive() async throws(APIProblem) {
    var found: [TaskID: MigrationTask] = [:]
    for state in try await backend.activeStates() {
      var walk = PageWalk(state: state)
      while !walk.isComplete {
        let page = try await backend.list(walk.query)
        walk.take(page)
        for task in page.tasks { found[task.id] = task }
      }
    }
    var removed: Set<TaskID> = []
    let left = knowledge.active.subtracting(found.keys)
    if left.count > mostReadings {
      // Reading all of them would take longer than looking through the pages.
      walkedAt = nil
    } else {
      for id in left {
        if let task = try await read(id) { found[id] = task } else { removed.insert(id) }
      }
    }
    knowledge.learn(found.values)
    knowledge.forget(removed)
    post(
      .tasksLoaded(
        TaskSnapshot(
          tasks: found.values.sorted { $0.id > $1.id }, removed: removed, isComplete: false,
          date: now())))
  }

  private func read(_ id: TaskID) async throws(APIProblem) -> MigrationTask? {
    do {
      return try await backend.show(id)
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  private func tell(_ unreadable: [String]) {
    guard unreadable != lastUnreadable else { return }
    lastUnreadable = unreadable
    guard let first = unreadable.first else { return }
    post(.notice(Notice(.error, "\(unreadable.count) tasks could not be read: \(first)")))
  }
}
