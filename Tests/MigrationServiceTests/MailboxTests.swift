import Foundation
import GRDB
import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What is said to runs and by runs: in order, and to and of the right one.
struct MailboxTests {
  @Test func `a stop reaches the run that it was meant for and no later one`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      for _ in 0..<3 {
        _ = try await service.operate(id, "stop")
        try await service.wait(for: id, status: 3)
        #expect(try await service.operate(id, "start", Bodies.keys).status == 200)
        try await service.waitUntilMoving(id)
      }
      _ = try await service.operate(id, "change_bandwidthpolicy", Self.limit(5))
      // A mailbox is read in order: had a stop been meant for the last run, it would come first.
      try await eventually("the last run is told its limit") {
        service.mover.commands.last == [.limit(5 << 20)] ? true : nil
      }
      #expect(service.mover.commands.dropLast() == [[.stop], [.stop], [.stop]])
    }
  }

  @Test func `what a run says that is over changes nothing`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      _ = try await service.operate(id, "stop")
      try await service.wait(for: id, status: 3)
      let late = MoveProgress(objects: ObjectCounts(total: 9, succeeded: 9), isScanned: true)
      await service.mover.report(late, fromRun: 0)
      #expect(try await service.show(id)["total_num"] == .integer(0))
      _ = try await service.operate(id, "start", Bodies.keys)
      try await service.waitUntilMoving(id)
      await service.mover.report(late, fromRun: 0)
      #expect(try await service.show(id)["total_num"] == .integer(0))
      await service.mover.report(late, fromRun: 1)
      #expect(try await service.show(id)["total_num"] == .integer(9))
    }
  }

  @Test func `changed limits arrive in the order in which they were accepted`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let megabytes = (0..<40).map { Int64(5 + $0 % 7) }
      for count in megabytes {
        let answer = try await service.operate(id, "change_bandwidthpolicy", Self.limit(count))
        #expect(answer.status == 200)
      }
      try await eventually("all limits are there") {
        service.mover.limits == megabytes.map { $0 << 20 } ? true : nil
      }
    }
  }

  @Test func `a run is told to stop once, also when that was asked before it began`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      var task = StoredTask(
        id: TaskID(rawValue: 1), project: "p", name: "n",
        definition: TaskDefinition(
          kind: .object, source: StorageLocation(provider: "Local"),
          destination: StorageLocation(provider: "Local")), queuedAt: .distantPast)
      task.state = .running
      task.run.number = 4
      try store.commit([.add(task, TransferKeys())])
      var machine = try TaskMachine(store, settings: EngineSettings())
      try machine.stop(task.id, project: "p")
      #expect(machine.takeOrders() == [])
      try machine.recover(at: Date())
      let attempt = RunAttempt(task: task.id, number: 4)
      #expect(machine.takeOrders() == [.begin(attempt), .tell(attempt, .stop)])
      try machine.end(attempt, MoveResult(end: .succeeded, progress: MoveProgress()), at: Date())
      #expect(try store.task(task.id)?.state == .stopped)
    }
  }

  @Test func `a stop is carried out when nothing can be written, and noted later`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      try service.engine.store.setWritable(false)
      #expect(try await service.operate(id, "stop").code == "OMS.0062")
      try await eventually("the run is told") {
        service.mover.commands == [[.stop]] && service.mover.running.isEmpty ? true : nil
      }
      try service.engine.store.setWritable(true)
      try await service.wait(for: id, status: 3)
    }
  }

  @Test func `a stop that could not be written down can be asked for again`() async throws {
    try await ServiceHarness.with(mover: FakeMover(onStop: .ignore)) { service in
      let id = try await service.createMoving()
      try service.engine.store.setWritable(false)
      #expect(try await service.operate(id, "stop").code == "OMS.0062")
      try service.engine.store.setWritable(true)
      #expect(try await service.operate(id, "stop").status == 200)
      service.mover.end(id, .stopped)
      try await service.wait(for: id, status: 3)
      #expect(service.mover.commands == [[.stop]])
    }
  }

  private static func limit(_ megabytes: Int64) -> String {
    #","bandwidth_policy":[{"start":"00:00","end":"23:59","max_bandwidth":\#(megabytes << 20)}]"#
  }
}
