import Foundation
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What whoever keeps tasks has to do, be it a disk or what the simulation takes for one.
struct TaskKeepingTests {
  enum Keeping: CaseIterable {
    case onDisk, simulated

    /// Runs `body` with a store that is empty.
    func with(_ body: (any TaskKeeping) async throws -> Void) async throws {
      switch self {
      case .onDisk:
        try await TemporaryDirectory.with { try await body(TaskStore(directory: $0.path)) }
      case .simulated: try await body(SimulatedStore())
      }
    }
  }

  static let keys = TransferKeys(
    source: StorageKeys(accessKey: "a", secretKey: Secret("b")), destination: nil)

  static func task(
    _ id: Int64, project: String = "p", state: TaskState = .waiting, queued: Double = 1
  ) -> StoredTask {
    let place = StorageLocation(provider: "Local", bucket: "/srv")
    var task = StoredTask(
      id: TaskID(rawValue: id), project: project, name: "n\(id)",
      definition: TaskDefinition(
        kind: .prefix, source: place, destination: place,
        bandwidth: [BandwidthWindow(start: "00:00", end: "01:00", maxBandwidth: 1_048_576)]),
      queuedAt: Date(timeIntervalSince1970: queued))
    task.state = state
    return task
  }

  @Test(arguments: Keeping.allCases)
  func `a task has its keys from its creation to its end, and new ones at its start`(
    keeping: Keeping
  ) async throws {
    try await keeping.with { store in
      var task = Self.task(1)
      try store.commit([.add(task, Self.keys)])
      #expect(try store.task(task.id) == task)
      #expect(try store.keys(of: task.id) == Self.keys)
      task.state = .running
      try store.commit([.update(task)])
      #expect(try store.keys(of: task.id) == Self.keys)
      task.state = .stopped
      try store.commit([.end(task)])
      #expect(try store.keys(of: task.id) == nil)
      task.state = .waiting
      try store.commit([.requeue(task, Self.keys)])
      #expect(try store.keys(of: task.id) == Self.keys)
    }
  }

  @Test(arguments: Keeping.allCases)
  func `what has become of a task comes back whole`(keeping: Keeping) async throws {
    try await keeping.with { store in
      var task = Self.task(1, state: .failed)
      try store.commit([.add(task, Self.keys)])
      task.progress = MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 2, failed: 3, skipped: 4), totalBytes: 5,
        realBytes: 6, completedBytes: 7, isScanned: true)
      task.failure = TaskFailure(code: "TRF.0062", message: "no")
      task.unmoved = UnmovedLists(run: 2, failed: 3, leftOut: 4)
      task.isConfined = true
      for earlier in [EarlierRuns.all(task.progress), .failedObjects(count: 3, task.progress)] {
        task.run.earlier = earlier
        try store.commit([.update(task)])
        #expect(try store.task(task.id) == task)
      }
    }
  }

  @Test(arguments: Keeping.allCases)
  func `an answer is that of the last change, and what moves or is gone has none`(
    keeping: Keeping
  ) async throws {
    try await keeping.with { store in
      var task = Self.task(1)
      try store.commit([.add(task, Self.keys)])
      task.definition.bandwidth = []
      try store.commit([.redefine(task)])
      task.state = .succeeded
      try store.commit([.end(task)])
      for version in APIGeneration.allCases {
        let last = task.answerBytes(in: version, at: Date())
        let answers = try store.answers(to: [TaskID(rawValue: 9), task.id], in: version)
        #expect(answers == [task.id: last])
      }
    }
  }

  @Test(arguments: Keeping.allCases, [0, 1, 2, 100, 101, 250])
  func `so many answers are had at once, and only those that were asked for`(
    keeping: Keeping, count: Int
  ) async throws {
    try await keeping.with { store in
      let tasks = (1...300).map { Self.task($0, state: .succeeded) }
      try store.commit(tasks.map { .add($0, Self.keys) })
      let asked = tasks.shuffled().prefix(count)
      for version in APIGeneration.allCases {
        let expected = asked.map { ($0.id, $0.answerBytes(in: version, at: $0.queuedAt)) }
        #expect(
          try store.answers(to: asked.map(\.id), in: version)
            == Dictionary(uniqueKeysWithValues: expected))
      }
    }
  }

  @Test(arguments: Keeping.allCases)
  func `of several changes all are written or none is`(keeping: Keeping) async throws {
    try await keeping.with { store in
      #expect(throws: (any Error).self) {
        try store.commit([.add(Self.task(1), Self.keys), .add(Self.task(1), Self.keys)])
      }
      let task = try store.task(TaskID(rawValue: 1))
      #expect(task == nil)
    }
  }

  @Test(arguments: Keeping.allCases)
  func `the index is that of the tasks`(keeping: Keeping) async throws {
    try await keeping.with { store in
      let tasks = [Self.task(3), Self.task(1, state: .failed), Self.task(2, project: "q")]
      try store.commit(tasks.map { .add($0, Self.keys) })
      var index = TaskIndex()
      for task in tasks { index.set(task.id, of: task.project, to: task.state) }
      #expect(try store.index() == index)
    }
  }

  @Test(arguments: Keeping.allCases)
  func `those that wait come in the order of their waiting`(keeping: Keeping) async throws {
    try await keeping.with { store in
      try store.commit(
        [
          Self.task(1, queued: 30), Self.task(2, queued: 10), Self.task(3, queued: 20),
          Self.task(4, state: .running, queued: 5), Self.task(5, state: .succeeded, queued: 1),
        ].map { .add($0, Self.keys) })
      #expect(try store.unfinished().map(\.rawValue) == [4, 2, 3, 1])
      let late = try store.waiting(since: Date(timeIntervalSince1970: 20))
      #expect(late.map(\.rawValue) == [2])
    }
  }

  @Test(arguments: Keeping.allCases)
  func `a deleted task is gone with all that was its own, and its id is not given again`(
    keeping: Keeping
  ) async throws {
    try await keeping.with { store in
      try store.commit([.add(Self.task(8), Self.keys), .add(Self.task(7), Self.keys)])
      try store.commit([.remove(Self.task(8), at: Date())])
      let id = TaskID(rawValue: 8)
      #expect(try store.task(id) == nil)
      #expect(try store.keys(of: id) == nil)
      #expect(try store.highestID() == id)
      #expect(try store.deletions(of: "p", from: TaskID(rawValue: 0)) == 1)
      #expect(try store.deletions(of: "p", from: TaskID(rawValue: 9)) == 0)
      #expect(try store.deletions(of: "q", from: TaskID(rawValue: 0)) == 0)
    }
  }
}
