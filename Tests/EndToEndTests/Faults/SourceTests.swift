import Foundation
import OMSClient
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// What the objects of a source may do to a task, with the real service and the real rclone.
struct SourceTests {
  @Test(arguments: [false, true])
  func `of a source that vanishes in the middle nothing is left out without a word`(
    isStore: Bool
  ) async throws {
    try await FerryHome.with { home in
      let prints = try home.write(120, files: 400_000, below: "store/from")
      let store = try await ObjectServer.start(
        program: try await RcloneProgram.find(), root: home.directory.appending("store"),
        directory: home.directory.appending("server"),
        keys: StorageKeys(accessKey: "READER", secretKey: Secret("reader-secret")))
      var task = home.task("store/from", "to", limit: 5_242_880)
      if isStore {
        task.source = store.location("from")
        task.keys.source = store.keys
      }
      let service = ServiceProcess(of: home)
      try await service.begin()
      let id = try await service.client.create(task).id
      _ = try await service.wait("some objects", of: id) {
        $0.objects.succeeded > 3 && $0.objects.total == 120
      }
      let away = home.path("away")
      try FileManager.default.moveItem(atPath: home.path("store/from"), toPath: away)

      let end = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(end.state == .failed)
      let lost = try await service.unmoved(of: id)
      let arrived = try FileTree.prints(below: home.directory.appending("to"))
      #expect(arrived.count > 3 && arrived.count < 120)
      #expect(arrived.allSatisfy { prints[$0.key] == $0.value })
      #expect(Set(lost.map { Array($0.name.utf8) }) == Set(prints.keys).subtracting(arrived.keys))
      let counts = end.objects
      #expect(counts.total == 120 && counts.failed == Int64(lost.count))
      #expect(counts.total == counts.succeeded + counts.skipped + counts.failed)

      try FileManager.default.moveItem(atPath: away, toPath: home.path("store/from"))
      // A store may remember for a moment that there was nothing.
      let listing = SourceListing(program: try await RcloneProgram.find())
      try await waitUntil("the source to be back") {
        (try? await listing.count(task) { _ in })?.objects == 120
      }
      try await service.client.changeBandwidth(of: id, to: [])
      try await service.client.start(id, keys: task.keys, failedOnly: true)
      let second = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(second.state == .succeeded, "\(String(describing: second.outcome.failure))")
      #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
      await store.stop()
    }
  }

  @Test func `of ten thousand objects that fail each is told, and the others arrive`() async throws
  {
    try await FerryHome.with { home in
      let prints = try home.write(10_000, files: 8, below: "from")
      let to = home.directory.appending("to")
      for name in prints.keys {
        try FileTree.write([1], to: name + Array("/in the way".utf8), below: to)
      }
      try FileTree.write([2], to: Array("z/good".utf8), below: home.directory.appending("from"))
      let service = ServiceProcess(of: home)
      try await service.begin()
      let before = try home.peakOfService()
      let id = try await service.client.create(home.task("from", "to")).id
      let end = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(end.state == .failed)
      #expect(end.objects == ObjectCounts(total: 10_001, succeeded: 1, failed: 10_000))
      let lost = try await service.unmoved(of: id)
      #expect(lost.count == 10_000)
      #expect(Set(lost.map { Array($0.name.utf8) }) == Set(prints.keys))
      #expect(lost.allSatisfy { !$0.reason.isEmpty })
      let growth = try home.peakOfService() - before
      print("ten thousand failing objects: \(growth / 1024) MiB more in the service")
      #expect(growth < 64 << 10)

      try FileManager.default.removeItem(atPath: to.string)
      try await service.client.start(id, keys: TransferKeys(), failedOnly: true)
      let second = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(second.state == .succeeded, "\(String(describing: second.outcome.failure))")
      #expect(try FileTree.prints(below: to) == prints)
    }
  }
}

extension FerryHome {
  /// The most memory that the service has ever had, in KiB.
  fileprivate func peakOfService() throws -> Int {
    let service = try #require(services.first)
    let status = try String(contentsOfFile: "/proc/\(service)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
    return try #require(Int(line.filter(\.isNumber)))
  }
}
