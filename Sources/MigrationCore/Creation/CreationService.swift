import FoundationEssentials
package import Migration

/// The part of a migration service that makes tasks of one kind.
package protocol CreationService<Subject>: Sendable {
  /// What is made.
  associatedtype Subject: JournalledSubject

  /// Sends the creation, one time, and says what was made and what it is called.
  ///
  /// - Throws: ``APIProblem``, which says whether it may have been made all the same.
  func create(_ task: NewTask) async throws(APIProblem) -> ActionTarget<Subject.ID>

  /// The newest of all that there is, by which a new one can be told.
  ///
  /// - Throws: ``APIProblem``.
  func newest() async throws(APIProblem) -> NewestOf<Subject.ID>

  /// What there is, newest first.
  ///
  /// - Parameter stop: Called with what is new, in order; says whether that is enough.
  /// - Returns: What was read, and why the rest could not be.
  /// - Throws: ``APIProblem``.
  func list(
    until stop: @escaping ([Subject]) -> Bool
  ) async throws(APIProblem) -> (found: [Subject], unreadable: [String])

  /// What the journal says of something that is made from `task`.
  func definition(of task: NewTask) -> JournalledTask
}

/// The first of a list before a creation.
package enum NewestOf<ID: Sendable>: Sendable {
  /// This one.
  case one(ID)
  /// There was none.
  case none
  /// Nobody knows.
  case unknown

  init(_ first: ID?, unreadable: [String]) {
    self = first.map { .one($0) } ?? (unreadable.isEmpty ? .none : .unknown)
  }
}

extension CreationService {
  package func newest() async throws(APIProblem) -> NewestOf<Subject.ID> {
    let list = try await list { !$0.isEmpty }
    return NewestOf(list.found.first?.id, unreadable: list.unreadable)
  }

  package func definition(of task: NewTask) -> JournalledTask { JournalledTask(task) }
}

/// Makes tasks, in whichever version of the API the service speaks.
package struct TaskCreationService: CreationService {
  let backend: any MigrationBackend

  // One entry is the least that can be asked for.
  package func newest() async throws(APIProblem) -> NewestOf<TaskID> {
    let page = try await backend.list(TaskQuery(limit: 1))
    return NewestOf(page.tasks.first?.id, unreadable: page.unreadable)
  }

  package func create(_ task: NewTask) async throws(APIProblem) -> TaskTarget {
    let created = try await backend.create(task)
    return TaskTarget(id: created.id, name: created.name)
  }

  package func list(
    until stop: @escaping ([MigrationTask]) -> Bool
  ) async throws(APIProblem) -> (found: [MigrationTask], unreadable: [String]) {
    let page = try await backend.listAll(stop: stop)
    return (Array(page.tasks), page.unreadable)
  }
}

/// Makes task groups.
package struct GroupCreationService: CreationService {
  let backend: any TaskGroupBackend

  package func newest() async throws(APIProblem) -> NewestOf<TaskGroupID> {
    let page = try await backend.listGroups(start: 0, limit: 1, state: nil)
    return NewestOf(page.groups.first?.id, unreadable: page.unreadable)
  }

  package func create(_ task: NewTask) async throws(APIProblem) -> GroupTarget {
    GroupTarget(id: try await backend.createGroup(task), name: task.settings.description)
  }

  package func list(
    until stop: @escaping ([TaskGroup]) -> Bool
  ) async throws(APIProblem) -> (found: [TaskGroup], unreadable: [String]) {
    let page = try await backend.listAllGroups()
    return (page.groups, page.unreadable)
  }
}

/// Makes synchronisation tasks.
package struct SyncCreationService: CreationService {
  let backend: any SyncBackend

  package func create(_ task: NewTask) async throws(APIProblem) -> SyncTarget {
    SyncTarget(
      id: try await backend.createSyncTask(NewSyncTask(task)), name: task.settings.description)
  }

  // The order of this list is not documented.
  package func list(
    until stop: @escaping ([SyncTask]) -> Bool
  ) async throws(APIProblem) -> (found: [SyncTask], unreadable: [String]) {
    let page = try await backend.listAllSyncTasks()
    let newestFirst = page.tasks.sorted {
      ($0.createdAt ?? .distantPast) > ($1.createdAt ?? .distantPast)
    }
    return (newestFirst, page.unreadable)
  }

  package func definition(of task: NewTask) -> JournalledTask {
    var definition = JournalledTask(task)
    definition.kind = JournalledTask.syncKind
    return definition
  }
}
