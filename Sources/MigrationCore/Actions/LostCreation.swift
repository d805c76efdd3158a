import Migration

/// The search for a task of which nobody said whether it was made.
struct LostCreation {
  /// The first task of the list before the creation, by which a new one can be told.
  enum Newest {
    case task(TaskID)
    case none
    case unknown
  }

  /// What the list shows.
  enum Finding {
    /// The one new task that is like the one asked for.
    case found(MigrationTask)
    /// Tasks that are like it, of which nobody knows whether one is it.
    case perhaps([TaskID])
    /// Nothing like it, in a list that was read as far as new tasks can be.
    case none
    /// The list could not be read, or not all of it.
    case unread(APIProblem)
  }

  private let task: NewTask
  private let newest: Newest

  init(of task: NewTask, newest: Newest) {
    self.task = task
    self.newest = newest
  }

  /// Looks for it; new tasks come first in a list.
  func look(in backend: any MigrationBackend) async -> Finding {
    let page: ListedTasks
    do {
      page = try await backend.listAll { part in part.contains(where: isMark) }
    } catch {
      return .unread(error)
    }
    let mark = page.tasks.firstIndex(where: isMark)
    let alike = page.tasks[..<(mark ?? page.tasks.endIndex)].filter { $0.isLike(task) }
    if let found = alike.first, alike.count == 1, isSure(mark) { return .found(found) }
    if !alike.isEmpty { return .perhaps(alike.map(\.id)) }
    return page.unreadable.first.map { .unread(.unreadableEntries($0)) } ?? .none
  }

  private func isMark(_ task: MigrationTask) -> Bool {
    if case .task(let id) = newest { id == task.id } else { false }
  }

  /// Whether all tasks before the mark are new; where it is gone or there never was one, they may be
  /// old.
  private func isSure(_ mark: Int?) -> Bool {
    switch newest {
    case .none: true
    case .task: mark != nil
    case .unknown: false
    }
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
