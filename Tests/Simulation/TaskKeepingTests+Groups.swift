import Foundation
import Testing

@testable import Migration

@testable import MigrationService

/// Groups, names and priorities.
extension TaskKeepingTests {
  @Test(arguments: Keeping.allCases)
  func `a group has its tasks, and goes and comes with them in one write`(
    keeping: Keeping
  ) async throws {
    try await keeping.with { store in
      let id = TaskGroupID(rawValue: "g")
      let group = StoredGroup(
        id: id, project: "p", createdAt: Date(timeIntervalSince1970: 5),
        definition: Self.task(1).definition)
      var members = [Self.task(1), Self.task(2, state: .failed)]
      for index in members.indices { members[index].group = id }
      try store.commit(
        members.map { .add($0, Self.keys) } + [.add(Self.task(3), Self.keys)], [.add(group)])
      #expect(try store.group(id) == group)
      #expect(try store.members(of: id) == members)
      var index = TaskIndex()
      index.add(id, of: "p")
      for task in members { index.set(task.id, of: "p", in: id, to: task.state) }
      index.set(TaskID(rawValue: 3), of: "p", to: .waiting)
      #expect(try store.index() == index)
      #expect(throws: (any Error).self) {
        try store.commit([.add(Self.task(4), Self.keys)], [.add(group)])
      }
      let fourth = try store.task(TaskID(rawValue: 4))
      #expect(fourth == nil)
      try store.commit(members.map { .remove($0, at: Date()) }, [.remove(group)])
      let gone = try store.group(id)
      #expect(gone == nil)
      #expect(try store.members(of: id).isEmpty)
      #expect(try store.index().count(of: "p") == 1)
    }
  }

  @Test(arguments: Keeping.allCases)
  func `tasks are found by a part of their names, newest first`(keeping: Keeping) async throws {
    try await keeping.with { store in
      try store.commit(
        [1, 11, 2].map { .add(Self.task($0), Self.keys) } + [
          .add(Self.task(12, project: "q"), Self.keys)
        ])
      #expect(try await store.tasks(named: "n1", of: "p").map(\.rawValue) == [11, 1])
      #expect(try await store.tasks(named: "N1", of: "p").isEmpty)
      #expect(try await store.tasks(named: "%", of: "p").isEmpty)
    }
  }

  @Test(arguments: Keeping.allCases)
  func `priorities are told of those alone that have another than the usual one`(
    keeping: Keeping
  ) async throws {
    try await keeping.with { store in
      var tasks = [Self.task(1), Self.task(2), Self.task(3, state: .failed)]
      for index in 1...2 { tasks[index].definition.choices.priority = .high }
      try store.commit(tasks.map { .add($0, Self.keys) })
      #expect(try store.priorities() == [TaskID(rawValue: 2): .high])
    }
  }
}
