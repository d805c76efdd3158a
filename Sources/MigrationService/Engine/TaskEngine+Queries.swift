import Migration

extension TaskEngine {
  /// A page of a project's tasks, newest first, as they are now.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - state: Only tasks in this state as v1 shows it, where one that is stopping still runs.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  /// - Returns: The tasks of the page.
  /// - Throws: When the store cannot be read.
  nonisolated func page(
    of project: String, in state: TaskState?, start: Int, limit: Int
  ) async throws -> [StoredTask] {
    // Taken first: a task that ends in between then comes with its final numbers from the store.
    let live = live.snapshot
    return try await store.page(
      of: project, in: Self.states(shownAs: state), start: start, limit: limit
    ).map { $0.current(live) }
  }

  /// How many tasks a project has, in `state` or altogether.
  nonisolated func count(of project: String, in state: TaskState?) async throws -> Int {
    try await store.count(of: project, in: Self.states(shownAs: state))
  }

  /// A task as it is now.
  ///
  /// - Throws: `OMS.0053` when the project has no such task.
  nonisolated func task(_ id: TaskID, of project: String) async throws -> StoredTask {
    let live = live.snapshot
    guard let task = try await store.task(id, of: project) else {
      throw ServiceError(.noSuchTask)
    }
    return task.current(live)
  }

  private static func states(shownAs state: TaskState?) -> [TaskState]? {
    guard let state else { return nil }
    return state == .running ? [.running, .stopping] : [state]
  }
}

extension StoredTask {
  fileprivate func current(_ live: [TaskID: MoveProgress]) -> StoredTask {
    guard state.isMoving, let progress = live[id] else { return self }
    var task = self
    task.progress = progress
    return task
  }

  /// A task that was just created.
  init(id: TaskID, project: String, name: String, definition: TaskDefinition) {
    self.init(
      id: id, project: project, name: name, state: .initialising, definition: definition,
      progress: MoveProgress(), run: TaskRun(), failure: nil, failedObjects: 0)
  }
}
