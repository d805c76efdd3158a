import Foundation
import OMSClient
import SystemPackage
import Testing

@testable import Migration

/// What a disk may do to tasks, with the real service and the real rclone.
struct DiskTests {
  @Test func `with no room for its state the service acknowledges nothing that it could lose`()
    async throws
  {
    try await FerryHome.with { home in
      let state = home.path("state/ferry")
      let mounts = try await Mounts(
        of: home, "mkdir -p '\(state)' && mount -t tmpfs -o size=8m none '\(state)'")
      let prints = try home.write(40, files: 1_500_000, below: "from")
      let service = ServiceProcess(of: home, ["--max-running", "1"], inside: mounts)
      try await service.begin()
      let running = try await service.client.create(home.task("from", "to", limit: 5_242_880)).id
      _ = try await service.wait("the first object", of: running) { $0.objects.succeeded > 0 }

      let filler = mounts.path(state) + "/filler"
      Self.fill(filler)
      var accepted: [TaskID] = []
      var refusal: APIProblem?
      while refusal == nil, accepted.count < 2000 {
        do throws(APIProblem) {
          accepted.append(try await service.client.create(home.task("from", "other")).id)
        } catch {
          refusal = error
        }
      }
      #expect(refusal?.kind == .server)
      // It may have said that it cannot note it; it stops all the same.
      try? await service.client.stop(running)
      try FileManager.default.removeItem(atPath: filler)
      let stopped = try await service.wait("a stop", of: running) { $0.state.isFinished }
      #expect(stopped.state == .stopped)

      try await service.end(SIGKILL)
      try await service.begin()
      #expect(try await service.client.show(running).state == .stopped)
      #expect(try await service.client.count(state: nil) == accepted.count + 1)
      for id in accepted { _ = try await service.client.show(id) }
      for id in accepted.dropFirst() { try? await service.client.delete(id) }
      try await service.client.start(running, keys: TransferKeys(), failedOnly: false)
      try await service.client.changeBandwidth(of: running, to: [])
      let end = try await service.wait("an end", of: running) { $0.state.isFinished }
      #expect(end.state == .succeeded, "\(String(describing: end.outcome.failure))")
      #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
    }
  }

  @Test func `a full destination is named, and takes the rest when it has room`() async throws {
    try await FerryHome.with { home in
      let to = home.path("to")
      let mounts = try await Mounts(
        of: home, "mkdir -p '\(to)' && mount -t tmpfs -o size=2m none '\(to)'")
      let prints = try home.write(8, files: 500_000, below: "from")
      let service = ServiceProcess(of: home, inside: mounts)
      try await service.begin()
      let id = try await service.client.create(home.task("from", "to")).id
      let end = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(end.state == .failed)
      #expect(end.outcome.failure?.code == "TRF.0055")
      let arrived = try FileTree.prints(below: FilePath(mounts.path(to)))
      #expect(arrived.allSatisfy { prints[$0.key] == $0.value })
      let lost = try await service.unmoved(of: id)
      #expect(Set(lost.map { Array($0.name.utf8) }) == Set(prints.keys).subtracting(arrived.keys))
      #expect(end.objects.failed == Int64(lost.count))
      #expect(end.objects.total == end.objects.succeeded + end.objects.failed)

      try await mounts.run("mount -o remount,size=20m '\(to)'")
      try await service.client.start(id, keys: TransferKeys(), failedOnly: true)
      let second = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(second.state == .succeeded, "\(String(describing: second.outcome.failure))")
      #expect(try FileTree.prints(below: FilePath(mounts.path(to))) == prints)
    }
  }

  @Test func `a destination that is for reading alone is named, with every object`() async throws {
    try await FerryHome.with { home in
      let to = home.path("to")
      let mounts = try await Mounts(
        of: home,
        "mkdir -p '\(to)' && mount --bind '\(to)' '\(to)' && mount -o remount,bind,ro '\(to)'")
      let prints = try home.write(30, files: 100, below: "from")
      let service = ServiceProcess(of: home, inside: mounts)
      try await service.begin()
      let id = try await service.client.create(home.task("from", "to")).id
      let end = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(end.state == .failed)
      #expect(end.outcome.failure?.code == "TRF.0054")
      #expect(end.objects == ObjectCounts(total: 30, failed: 30))
      #expect(
        Set(try await service.unmoved(of: id).map { Array($0.name.utf8) }) == Set(prints.keys))

      try await mounts.run("mount -o remount,bind,rw '\(to)'")
      try await service.client.start(id, keys: TransferKeys(), failedOnly: false)
      let second = try await service.wait("an end", of: id) { $0.state.isFinished }
      #expect(second.state == .succeeded, "\(String(describing: second.outcome.failure))")
      #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
    }
  }

  /// Writes to a file until there is no room for one more byte.
  private static func fill(_ path: String) {
    guard let file = fopen(path, "w") else { return }
    setvbuf(file, nil, _IONBF, 0)
    for size in [65536, 4096, 1] {
      while fwrite([UInt8](repeating: 1, count: size), size, 1, file) == 1 {}
      clearerr(file)
    }
    fclose(file)
  }
}
