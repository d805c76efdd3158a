import OMSWire
import Foundation
import GRDB
import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Creations that share a write to the disk.
struct GroupCommitTests {
  @Test func `tasks that are created at once share writes, and each is there when it is answered`()
    async throws
  {
    try await ServiceHarness.with { service in
      let writes = InsertingWrites()
      let engine = service.engine
      engine.store.pool.add(transactionObserver: writes, extent: .databaseLifetime)
      let create = try CreateRequest(body: Data(Bodies.create().utf8), in: .v1)
      let ids = try await withThrowingTaskGroup(of: TaskID.self) { group in
        for _ in 0..<100 {
          group.addTask {
            let id = try await engine.create(
              create.definition, keys: create.keys, project: ServiceHarness.project
            ).id
            #expect(try engine.store.task(id)?.id == id)
            return id
          }
        }
        return try await group.reduce(into: Set<TaskID>()) { $0.insert($1) }
      }
      #expect(ids.count == 100)
      #expect((1..<100).contains(writes.count))
    }
  }

  @Test func `when the disk takes nothing every caller hears so and no task is there`() async throws
  {
    try await ServiceHarness.with { service in
      try service.engine.store.setWritable(false)
      let codes = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<10 {
          group.addTask { try await service.task(.post, body: Bodies.create()).code }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(codes == Array(repeating: "OMS.0062", count: 10))
      try service.engine.store.setWritable(true)
      #expect(try await service.task(.get, "?start=0&limit=10").value == .list([]))
    }
  }
}

/// Counts the transactions that add tasks.
private final class InsertingWrites: TransactionObserver, Sendable {
  private let state = Mutex((count: 0, inserts: false))

  /// How many there were.
  var count: Int { state.withLock { $0.count } }

  func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
    if case .insert("task") = kind { true } else { false }
  }

  func databaseDidChange(with event: DatabaseEvent) { state.withLock { $0.inserts = true } }

  func databaseDidCommit(_ db: Database) {
    state.withLock { state in
      state.count += state.inserts ? 1 : 0
      state.inserts = false
    }
  }

  func databaseDidRollback(_ db: Database) { state.withLock { $0.inserts = false } }
}

extension TaskStore {
  /// Lets writes fail, as on a full disk, or lets them be again.
  func setWritable(_ isWritable: Bool) throws {
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA query_only = \(isWritable ? 0 : 1)")
    }
  }
}
