import Foundation
import GRDB
import OMSClient
import SystemPackage

@testable import Migration

@testable import MigrationService

/// What has to be so once nobody is tortured any more.
struct TortureEnd {
  let home: FerryHome
  let service: ServiceProcess
  let loads: TortureLoads

  /// Lets everything come to its end, and holds it against what was acknowledged.
  ///
  /// - Throws: ``TortureBreach``.
  func judge(_ callers: inout [TortureCaller]) async throws {
    try await takeStock(&callers)
    try await settle(&callers)
    for task in callers.flatMap(\.tasks) where task.existence == .sure { try await judge(task) }

    // Once nothing is in the way any more, whatever is not over goes on to its good end.
    for index in callers.indices { try await callers[index].startAll() }
    try await settle(&callers)
    for task in callers.flatMap(\.tasks) where task.existence == .sure {
      try await judgeWhole(task)
    }
    try await service.end(SIGTERM)
    try await waitUntil("the end of all processes", within: .seconds(60)) {
      home.processes().isEmpty
    }
    try judgeFiles(callers.flatMap(\.tasks))
  }

  /// Reads all tasks there are: each is one of those that were asked for.
  private func takeStock(_ callers: inout [TortureCaller]) async throws {
    var seen: [MigrationTask] = []
    while case let page = try await service.client.list(TaskQuery(start: seen.count)).tasks,
      !page.isEmpty
    {
      seen += page
    }
    let labels = Set(callers.flatMap(\.tasks).map(\.label))
    for task in seen where !labels.contains(task.settings.description) {
      throw TortureBreach("task \(task.id) is there and nobody has asked for it")
    }
    for index in callers.indices { try callers[index].takeStock(seen) }
  }

  /// Waits until every task is at rest.
  private func settle(_ callers: inout [TortureCaller]) async throws {
    for index in callers.indices { try await callers[index].liftLimits() }
    let end = ContinuousClock.now + .seconds(600)
    while true {
      for index in callers.indices { try await callers[index].showAll() }
      let restless = callers.flatMap(\.tasks).filter { $0.existence == .sure && $0.rest == nil }
      guard let first = restless.first else { return }
      guard ContinuousClock.now < end else { throw first.breach("never ends") }
      try await Task.sleep(for: .milliseconds(200))
    }
  }

  /// Holds a task that is at rest against what has arrived.
  private func judge(_ task: TorturedTask) async throws {
    guard let id = task.id else { return }
    let seen = try await service.client.show(id)
    let expected = loads.expected(task.load)
    let arrived = try loads.arrived(task.label, task.load)
    for (name, print) in arrived where expected[name] != print {
      // What a killed rclone leaves of a file goes when the task goes on; a store has a part of it.
      if PartialName.original(NameBytes.text(name[...])) != nil || task.load == .toStore {
        continue
      }
      throw task.breach(
        "is \(seen.state) and has brought \(FileTree.shown([name])), which is wrong")
    }
    let counts = seen.objects
    let lost = try await service.unmoved(of: id)
    let leftOut = try await service.unmoved("left-out-objects", of: id)
    switch seen.state {
    case .succeeded:
      guard arrived == expected, counts.total == counts.succeeded + counts.skipped,
        counts.total == Int64(expected.count), task.load.canSucceed
      else { throw task.breach("has succeeded with \(counts) and \(arrived.count) files") }
    case .failed where counts.total == Int64(expected.count + leftOut.count):
      let told = Set(lost.map { Array($0.name.utf8) })
      let silent = expected.keys.filter { arrived[$0] == nil }
        .filter { !told.contains(Array(NameBytes.shown(NameBytes.text($0[...])).utf8)) }
      guard silent.isEmpty else {
        throw task.breach("has failed and says nothing of \(FileTree.shown(silent))")
      }
      guard counts.failed == Int64(lost.count),
        counts.total == counts.succeeded + counts.skipped + counts.failed
      else { throw task.breach("has failed with \(counts) and a list of \(lost.count)") }
    default: break
    }
  }

  /// Holds a task that nothing was in the way of against what has to arrive.
  private func judgeWhole(_ task: TorturedTask) async throws {
    try await judge(task)
    guard let id = task.id else { return }
    let seen = try await service.client.show(id)
    let leftOut = try await service.unmoved("left-out-objects", of: id)
    let (expected, arrived) = (
      loads.expected(task.load), try loads.arrived(task.label, task.load)
    )
    guard seen.state == (task.load.canSucceed ? .succeeded : .failed),
      leftOut.count == task.load.leftOut
    else {
      throw task.breach("is \(seen.state) at last: \(String(describing: seen.outcome.failure))")
    }
    guard arrived == expected else {
      let wrong = Set(arrived.keys).symmetricDifference(expected.keys)
      throw task.breach("has too much or too little at last: \(FileTree.shown(wrong))")
    }
  }

  /// Nothing is left that belongs to nothing, and the database is sound.
  private func judgeFiles(_ tasks: [TorturedTask]) throws {
    for task in tasks {
      let partial = try loads.arrived(task.label, task.load).keys
        .filter { PartialName.original(NameBytes.text($0[...])) != nil }
      guard partial.isEmpty else {
        throw task.breach("is \(task.existence) and has left \(FileTree.shown(partial))")
      }
    }
    let state = home.path("state/ferry")
    let papers = try FileManager.default.contentsOfDirectory(atPath: state + "/tasks")
    let there = tasks.filter { $0.existence == .sure }.compactMap { $0.id.map { "\($0)" } }
    guard Set(papers).isSubset(of: there) else {
      throw TortureBreach("papers of deleted tasks are left: \(Set(papers).subtracting(there))")
    }
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: state))
    let known = ["service.db", "service.db-wal", "service.db-shm", "service.key", "service.lock"]
    guard files.isSubset(of: known + ["tasks"]) else {
      throw TortureBreach("files are left: \(files)")
    }
    try LeftDatabase.open(state + "/service.db").read { db in
      let words = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      let keys = try Int.fetchOne(db, sql: "SELECT count(*) FROM task WHERE keys IS NOT NULL")
      guard words == ["ok"], orphans.isEmpty, keys == 0 else {
        throw TortureBreach(
          "the database: \(words), \(orphans), keys of \(keys ?? 0) finished tasks")
      }
    }
  }
}
