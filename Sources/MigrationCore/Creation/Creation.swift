package import Migration

/// Makes tasks of one kind: checked, written down, sent once.
package struct Creation<Service: CreationService>: Sendable {
  /// What is made.
  package typealias Subject = Service.Subject

  private let service: Service
  private let journal: Journal?
  private let profile: String

  /// A way to make tasks.
  ///
  /// - Parameters:
  ///   - service: The service that is to have them.
  ///   - journal: Where each creation is written down before it is sent; `nil` only in tests.
  ///   - profile: The name of the profile, for the journal.
  package init(service: Service, journal: Journal?, profile: String) {
    self.service = service
    self.journal = journal
    self.profile = profile
  }

  /// A task that was made.
  package struct Outcome: Equatable, Sendable {
    /// What was made.
    package var created: ActionTarget<Subject.ID>
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
    let newest = try await newest()
    let record = JournalRecord.creation(of: service.definition(of: task), profile: profile)
    try Journal.begin(record, in: journal)
    do {
      let outcome = try await send(task, after: newest)
      var end = record.ended(.done, remark: outcome.remark, in: journal)
      Subject.name(outcome.created.id, in: &end)
      end.name = outcome.created.name
      try? journal?.append(end)
      return outcome
    } catch {
      try? journal?.append(record.ended(.failed, problem: error, in: journal))
      throw error
    }
  }

  private func send(
    _ task: NewTask, after newest: NewestOf<Subject.ID>
  ) async throws(APIProblem) -> Outcome {
    do {
      return Outcome(created: try await service.create(task))
    } catch {
      guard error.mayHaveHappened, error.kind != .cancelled else { throw error }
      switch await LostCreation(of: task, newest: newest, service: service).look() {
      case .found(let found): return Outcome(created: found.target, remark: .foundInList)
      case .perhaps(let ids): throw error.with(.oneOf(ids.map(\.description)))
      case .none: throw error.with(.notListed)
      case .unread(let problem): throw error.with(.listUnread(problem))
      }
    }
  }

  // With nobody there, or the door locked, it is certain that nothing was sent.
  private func newest() async throws(APIProblem) -> NewestOf<Subject.ID> {
    do {
      return try await service.newest()
    } catch {
      switch error.kind {
      case .unreachable, .credentials, .cancelled: throw error
      case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable: return .unknown
      }
    }
  }
}

/// Makes tasks.
package typealias TaskCreation = Creation<TaskCreationService>
/// Makes task groups.
package typealias GroupCreation = Creation<GroupCreationService>
/// Makes synchronisation tasks.
package typealias SyncCreation = Creation<SyncCreationService>

extension Creation where Service == TaskCreationService {
  /// A way to make tasks.
  package init(backend: any MigrationBackend, journal: Journal?, profile: String) {
    self.init(service: Service(backend: backend), journal: journal, profile: profile)
  }
}

extension Creation where Service == GroupCreationService {
  /// A way to make groups.
  package init(backend: any TaskGroupBackend, journal: Journal?, profile: String) {
    self.init(service: Service(backend: backend), journal: journal, profile: profile)
  }
}

extension Creation where Service == SyncCreationService {
  /// A way to make synchronisation tasks.
  package init(backend: any SyncBackend, journal: Journal?, profile: String) {
    self.init(service: Service(backend: backend), journal: journal, profile: profile)
  }
}
