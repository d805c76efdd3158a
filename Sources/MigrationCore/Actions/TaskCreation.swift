package import Migration

/// Makes tasks: checked, written down, sent once.
package struct TaskCreation: Sendable {
  private let backend: any MigrationBackend
  private let journal: Journal?
  private let profile: String

  /// A way to make tasks.
  ///
  /// - Parameters:
  ///   - backend: The service that is to have the tasks.
  ///   - journal: Where each creation is written down before it is sent; `nil` only in tests.
  ///   - profile: The name of the profile, for the journal.
  package init(backend: any MigrationBackend, journal: Journal?, profile: String) {
    self.backend = backend
    self.journal = journal
    self.profile = profile
  }

  /// A task that was made.
  package struct Outcome: Equatable, Sendable {
    /// The task.
    package var task: CreatedTask
    /// A remark, such as that the answer was lost and the task was found in the list.
    package var remark: String?
  }

  /// Makes `task`.
  ///
  /// The request is never repeated. When it is not known what became of it, the list is searched for
  /// the one new task that is like it.
  ///
  /// - Throws: ``APIProblem``; its sentence says when a task may have been made all the same.
  package func create(_ task: NewTask) async throws(APIProblem) -> Outcome {
    try task.check()
    let newest = try await newestTask()
    let record = JournalRecord.creation(of: task, profile: profile)
    try Journal.begin(record, in: journal)
    do {
      let outcome = try await send(task, after: newest)
      var end = record.ended(.done, remark: outcome.remark)
      end.task = outcome.task.id.rawValue
      end.name = outcome.task.name
      try? journal?.append(end)
      return outcome
    } catch {
      try? journal?.append(record.ended(.failed, problem: error))
      throw error
    }
  }

  private func send(_ task: NewTask, after newest: Newest) async throws(APIProblem) -> Outcome {
    do {
      return Outcome(task: try await backend.create(task))
    } catch {
      guard error.mayHaveHappened else { throw error }
      let found = await candidates(for: task, after: newest)
      if found.count == 1, let found = found.first {
        return Outcome(
          task: CreatedTask(id: found.id, name: found.name),
          remark: "the answer was lost; this new task of the list is like it")
      }
      var problem = error
      problem.sentence +=
        found.isEmpty
        ? "; the list shows no such task yet"
        : "; it may be one of the tasks \(found.map(\.id.description).joined(separator: ", "))"
      throw problem
    }
  }

  /// The first task of the list before the creation, by which a new one can be told.
  private enum Newest {
    case task(TaskID)
    case none
    case unknown
  }

  // With nobody there, or the door locked, it is certain that nothing was sent.
  private func newestTask() async throws(APIProblem) -> Newest {
    do {
      let page = try await backend.list(TaskQuery(limit: 1))
      return page.tasks.first.map { .task($0.id) } ?? (page.unreadable.isEmpty ? .none : .unknown)
    } catch {
      switch error.kind {
      case .unreachable, .credentials, .cancelled: throw error
      case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable: return .unknown
      }
    }
  }

  /// The tasks that are new in the list and like `task`.
  private func candidates(for task: NewTask, after newest: Newest) async -> [MigrationTask] {
    guard let tasks = try? await backend.list(TaskQuery()).tasks else { return [] }
    let new: ArraySlice<MigrationTask>
    switch newest {
    case .unknown: return []
    case .none: new = tasks[...]
    case .task(let id):
      // A mark that is gone marks nothing.
      guard let index = tasks.firstIndex(where: { $0.id == id }) else { return [] }
      new = tasks[..<index]
    }
    return new.filter { $0.isLike(task) }
  }
}

extension MigrationTask {
  fileprivate func isLike(_ task: NewTask) -> Bool {
    kind == task.kind && source.bucket == task.source.bucket
      && Set(source.keys) == Set(task.source.keys)
      && destination.bucket == task.destination.bucket
      && Set(destination.keys) == Set(task.destination.keys)
      && settings.description == task.settings.description
  }
}
