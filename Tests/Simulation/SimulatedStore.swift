import Foundation
import Synchronization
import TestSupport

@testable import Migration

@testable import MigrationService

/// A disk that the world may let fail, and that outlives the process that writes to it.
final class SimulatedStore: TaskKeeping {
  /// What may happen to a write.
  enum Fault: String, Error, CaseIterable {
    /// It is refused, as on a full disk.
    case full
    /// The process ends before it has written.
    case crashBefore
    /// The process ends when it has written, and before it has said so to anybody.
    case crashAfter
  }

  /// Why nothing is written any more.
  private struct Dead: Error {}
  /// Why a task or a group is not added that is there already.
  fileprivate struct Twice: Error {}

  fileprivate struct Contents {
    var tasks: [TaskID: StoredTask] = [:]
    var keys: [TaskID: TransferKeys] = [:]
    var deletions: [TaskID: String] = [:]
    var groups: [StoredGroup] = []
    var owed: [String: Notice] = [:]
    var next: (writes: Int, fault: Fault)?
    var hasCrashed = false
    var fired: [Fault: Int] = [:]
  }

  private let contents = Mutex(Contents())

  /// Lets a write fail, the one after so many that go well, or none when `fault` is `nil`.
  func fail(_ fault: Fault?, after writes: Int = 0) {
    contents.withLock { $0.next = fault.map { (writes, $0) } }
  }

  /// Whether the process that writes has ended; a new one sets it back.
  var hasCrashed: Bool {
    get { contents.withLock { $0.hasCrashed } }
    set { contents.withLock { $0.hasCrashed = newValue } }
  }

  /// How often each fault has happened.
  var fired: [Fault: Int] { contents.withLock { $0.fired } }

  /// All tasks.
  var tasks: [TaskID: StoredTask] { contents.withLock { $0.tasks } }

  /// The notices that are owed, by their ids.
  var owed: [String: Notice] { contents.withLock { $0.owed } }

  func commit(_ changes: [TaskChange], _ groups: [GroupChange]) throws {
    try write { changed in
      for change in groups { try changed.write(change) }
      for change in changes { try changed.write(change) }
    }
  }

  func settle(_ notice: Notice, _ task: StoredTask?) throws {
    try write { changed in
      changed.owed[notice.id] = nil
      if let task { try changed.write(TaskChange.update(task)) }
    }
  }

  private func write(_ body: (inout Contents) throws -> Void) throws {
    try contents.withLock { contents in
      guard !contents.hasCrashed else { throw Dead() }
      let fault = contents.takeFault()
      if let fault { contents.fired[fault, default: 0] += 1 }
      contents.hasCrashed = fault == .crashBefore || fault == .crashAfter
      if let fault, fault != .crashAfter { throw fault }
      var changed = contents
      try body(&changed)
      contents = changed
      if let fault { throw fault }
    }
  }

  func task(_ id: TaskID) -> StoredTask? { contents.withLock { $0.tasks[id] } }
  func keys(of id: TaskID) -> TransferKeys? { contents.withLock { $0.keys[id] } }

  func index() -> TaskIndex {
    var index = TaskIndex()
    for group in groups { index.add(group.id, of: group.project) }
    for task in tasks.values {
      index.set(task.id, of: task.project, in: task.group, to: task.state)
    }
    return index
  }

  func unfinished() -> [TaskID] {
    tasks.values.filter { !$0.state.isFinished }.sorted {
      ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id)
    }
    .map(\.id)
  }

  func priorities() -> [TaskID: TaskPriority] {
    tasks.filter { !$0.value.state.isFinished }.mapValues(\.definition.choices.priority)
      .filter { $0.value != .medium }
  }

  func waiting(since date: Date) -> [TaskID] {
    tasks.values.filter { $0.state == .waiting && $0.queuedAt < date }.map(\.id)
  }

  func deletions(of project: String, from id: TaskID) -> Int {
    contents.withLock { $0.deletions.count { $0.value == project && $0.key >= id } }
  }

  func highestID() -> TaskID? {
    contents.withLock { (Array($0.tasks.keys) + Array($0.deletions.keys)).max() }
  }

  func answers(to ids: [TaskID], in version: APIGeneration) -> [TaskID: [UInt8]] {
    tasks.filter { ids.contains($0.key) && !$0.value.state.isMoving }
      .mapValues { $0.answerBytes(in: version, at: $0.queuedAt) }
  }
}

extension SimulatedStore {
  /// All groups, oldest first.
  var groups: [StoredGroup] { contents.withLock { $0.groups } }

  func group(_ id: TaskGroupID) -> StoredGroup? { groups.first { $0.id == id } }

  func members(of group: TaskGroupID) -> [StoredTask] {
    tasks.values.filter { $0.group == group }.sorted { $0.id < $1.id }
  }

  func tasks(named words: String, of project: String) -> [TaskID] {
    tasks.values.filter { $0.project == project && $0.name.contains(words) }.map(\.id)
      .sorted(by: >)
  }
}

extension SimulatedStore.Contents {
  /// What happens to the write that comes now.
  fileprivate mutating func takeFault() -> SimulatedStore.Fault? {
    guard let next else { return nil }
    self.next = next.writes > 0 ? (next.writes - 1, next.fault) : nil
    return next.writes > 0 ? nil : next.fault
  }

  fileprivate mutating func write(_ change: GroupChange) throws {
    switch change {
    case .add(let group):
      guard !groups.contains(where: { $0.id == group.id }) else { throw SimulatedStore.Twice() }
      groups.append(group)
    case .redefine(let group):
      for index in groups.indices where groups[index].id == group.id { groups[index] = group }
    case .remove(let group): groups.removeAll { $0.id == group.id }
    }
  }

  fileprivate mutating func write(_ change: TaskChange) throws {
    let id = change.task.id
    if case .add = change, tasks[id] != nil { throw SimulatedStore.Twice() }
    tasks[id] = change.task
    switch change {
    case .add(_, let keys), .requeue(_, let keys): self.keys[id] = keys
    case .end(_, let notice):
      keys[id] = nil
      if let notice { owed[notice.id] = notice }
    case .remove(let task, _):
      tasks[id] = nil
      keys[id] = nil
      deletions[id] = task.project
    case .update, .redefine: break
    }
  }
}
