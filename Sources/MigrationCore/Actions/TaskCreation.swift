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
    package var remark: ActionRemark?
  }

  /// Makes `task`.
  ///
  /// The request is never repeated. When it is not known what became of it, the list is searched for
  /// the one new task that is like it.
  ///
  /// - Throws: ``APIProblem``; it tells when a task may have been made all the same.
  package func create(_ task: NewTask) async throws(APIProblem) -> Outcome {
    try task.check()
    let newest = try await newestTask()
    let record = JournalRecord.creation(of: task, profile: profile)
    try Journal.begin(record, in: journal)
    do {
      let outcome = try await send(task, after: newest)
      var end = record.ended(.done, remark: outcome.remark, in: journal)
      end.task = outcome.task.id.rawValue
      end.name = outcome.task.name
      try? journal?.append(end)
      return outcome
    } catch {
      try? journal?.append(record.ended(.failed, problem: error, in: journal))
      throw error
    }
  }

  private func send(_ task: NewTask, after newest: LostCreation.Newest) async throws(APIProblem)
    -> Outcome
  {
    do {
      return Outcome(task: try await backend.create(task))
    } catch {
      guard error.mayHaveHappened, error.kind != .cancelled else { throw error }
      switch await LostCreation(of: task, newest: newest).look(in: backend) {
      case .found(let found):
        return Outcome(
          task: CreatedTask(id: found.id, name: found.name), remark: .foundInList)
      case .perhaps(let ids): throw error.with(.oneOf(ids))
      case .none: throw error.with(.notListed)
      case .unread(let problem): throw error.with(.listUnread(problem))
      }
    }
  }

  // With nobody there, or the door locked, it is certain that nothing was sent.
  private func newestTask() async throws(APIProblem) -> LostCreation.Newest {
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
}
