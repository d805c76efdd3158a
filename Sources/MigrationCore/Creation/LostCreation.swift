import Migration

/// The search for something of which nobody said whether it was made.
struct LostCreation<Service: CreationService> {
  typealias Subject = Service.Subject

  /// What the list shows.
  enum Finding {
    /// The one new entry that is like what was asked for.
    case found(Subject)
    /// Entries that are like it, of which nobody knows whether one is it.
    case perhaps([Subject.ID])
    /// Nothing like it, in a list that was read as far as new entries can be.
    case none
    /// The list could not be read, or not all of it.
    case unread(APIProblem)
  }

  private let definition: JournalledTask
  private let newest: NewestOf<Subject.ID>
  private let service: Service

  init(of task: NewTask, newest: NewestOf<Subject.ID>, service: Service) {
    definition = service.definition(of: task)
    self.newest = newest
    self.service = service
  }

  /// Looks for it; new entries come first in a list.
  func look() async -> Finding {
    let (all, unreadable): ([Subject], [String])
    do {
      (all, unreadable) = try await service.list { part in part.contains(where: isMark) }
    } catch {
      return .unread(error)
    }
    let mark = all.firstIndex(where: isMark)
    let alike = all[..<(mark ?? all.endIndex)].filter { $0.definition.isLike(definition) }
    if let found = alike.first, alike.count == 1, isSure(mark) { return .found(found) }
    if !alike.isEmpty { return .perhaps(alike.map(\.id)) }
    return unreadable.first.map { .unread(.unreadableEntries($0)) } ?? .none
  }

  private func isMark(_ subject: Subject) -> Bool {
    if case .one(let id) = newest { id == subject.id } else { false }
  }

  /// Whether all entries before the mark are new; where it is gone or there never was one, they may be
  /// old.
  private func isSure(_ mark: Int?) -> Bool {
    switch newest {
    case .none: true
    case .one: mark != nil
    case .unknown: false
    }
  }
}

extension JournalledTask {
  fileprivate func isLike(_ other: JournalledTask) -> Bool {
    kind == other.kind && source.bucket == other.source.bucket
      && Set(source.keys) == Set(other.source.keys)
      && destination.bucket == other.destination.bucket
      && Set(destination.keys) == Set(other.destination.keys)
      && settings.description == other.settings.description
  }
}
