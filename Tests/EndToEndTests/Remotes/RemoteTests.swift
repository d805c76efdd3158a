import Foundation
import OMSClient
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Tasks from and to remotes of the user's own rclone configuration, with real servers behind them.
struct RemoteTests {
  /// Which way a task goes.
  enum Way: CaseIterable {
    case there, back
  }

  @Test(arguments: RemoteServer.Family.allCases)
  func `what plain rclone brings there and back a task brings too, whatever it is called`(
    family: RemoteServer.Family
  ) async throws {
    try await FerryHome.with { home in
      let from = home.directory.appending("from")
      var names = HostileNames(seed: 7)
      // What rclone writes for what a store cannot have is written in another way where it is meant itself.
      let marks = "‛／．␀␊"
      let files = names.files(120).filter { name in
        !String(decoding: name, as: UTF8.self).contains(where: marks.contains)
      }
      for (index, name) in files.enumerated() {
        try FileTree.write(Array("\(index)".utf8), to: name, below: from)
      }
      try await RemoteServer.with(family, in: home) { server in
        let comparison = Comparison(home: home)
        try await comparison.copyPlainly(home.local("from"), server.location("plain"))
        try await comparison.copyPlainly(server.location("plain"), home.local("plain"))
        var there = try await comparison.copyByTask(home.local("from"), server.location("own"))
        let back = try await comparison.copyByTask(server.location("own"), home.local("own"))
        there.told.formUnion(back.told)
        Comparison.check(
          try FileTree.prints(below: from),
          plain: try FileTree.prints(below: home.directory.appending("plain")),
          own: try FileTree.prints(below: home.directory.appending("own")), there)
      }
    }
  }

  @Test(arguments: RemoteServer.Family.allCases, Way.allCases)
  func `a task goes on after a stop and a kill in the middle`(
    family: RemoteServer.Family, way: Way
  ) async throws {
    try await FerryHome.with { home in
      let near = way == .there ? "from" : "remote/bucket"
      let prints = try home.write(80, files: 400_000, below: near)
      try await RemoteServer.with(family, in: home) { server in
        let (from, to) = Self.ends(way, server, home, remote: nil)
        var task = Migration.NewTask(source: from, destination: to, keys: TransferKeys())
        task.settings.bandwidth = BandwidthWindow.always(5_242_880)
        let service = ServiceProcess(of: home)
        try await service.begin()
        let id = try await service.client.create(task).id
        _ = try await service.wait("some objects", of: id) { $0.objects.succeeded > 3 }
        try await service.client.stop(id)
        let stopped = try await service.wait("a stop", of: id) { $0.state == .stopped }
        #expect(stopped.objects.succeeded < 80 && stopped.objects.failed == 0)

        try await service.client.start(id, keys: TransferKeys(), failedOnly: false)
        let before = stopped.objects.succeeded
        _ = try await service.wait("some more", of: id) { $0.objects.succeeded > before + 3 }
        try await service.end(SIGKILL)
        try await service.begin()
        try await service.client.changeBandwidth(of: id, to: [])
        let end = try await service.wait("an end", of: id) { $0.state.isFinished }
        #expect(end.state == .succeeded, "\(String(describing: end.outcome.failure))")
        #expect(end.objects.succeeded + end.objects.skipped == 80, "\(end.objects)")
        let far = home.directory.appending(way == .there ? "remote/bucket" : "to")
        #expect(try FileTree.prints(below: far) == prints)
      }
    }
  }

  @Test(arguments: RemoteServer.Family.allCases, Way.allCases)
  func `a wrong password is told as such, and of which side it is`(
    family: RemoteServer.Family, way: Way
  ) async throws {
    try await FerryHome.with { home in
      _ = try home.write(3, files: 10, below: way == .there ? "from" : "remote/bucket")
      try await RemoteServer.with(family, in: home) { server in
        let (from, to) = Self.ends(way, server, home, remote: RemoteServer.wrong)
        let service = ServiceProcess(of: home)
        try await service.begin()
        let id = try await service.client.create(
          Migration.NewTask(source: from, destination: to, keys: TransferKeys())
        ).id
        let end = try await service.wait("an end", of: id) { $0.state.isFinished }
        #expect(end.state == .failed && end.objects.succeeded == 0)
        let failure = try #require(end.outcome.failure)
        let side = way == .there ? "destination" : "source"
        #expect(failure.code == (way == .there ? "TRF.0057" : "TRF.0151"))
        #expect(failure.message == "The keys for the \(side) are not valid.")
      }
    }
  }

  @Test(arguments: RemoteServer.Family.allCases)
  func `an object that cannot be read is told by its name, and the others arrive`(
    family: RemoteServer.Family
  ) async throws {
    try await FerryHome.with { home in
      let prints = try home.write(9, files: 100, below: "remote/bucket")
      try await RemoteServer.with(family, in: home) { server in
        // Whoever has listed its folder is shown it for minutes yet.
        try await Comparison(home: home).copyPlainly(
          server.location("bucket"), home.local("plain"))
        let lost = "d1/object 4"
        try FileManager.default.removeItem(atPath: home.path("remote/bucket/\(lost)"))
        let outcome = try await Comparison(home: home).copyByTask(
          server.location("bucket"), home.local("to"))
        #expect(outcome.told == [Array(lost.utf8)])
        #expect(outcome.task.objects == ObjectCounts(total: 9, succeeded: 8, failed: 1))
        #expect(outcome.task.outcome.failure?.message.contains(lost) == true)
        let arrived = try FileTree.prints(below: home.directory.appending("to"))
        #expect(arrived == prints.filter { $0.key != Array(lost.utf8) })
      }
    }
  }

  private static func ends(
    _ way: Way, _ server: RemoteServer, _ home: FerryHome, remote: String?
  ) -> (from: StorageLocation, to: StorageLocation) {
    let far = server.location("bucket", by: remote)
    return way == .there ? (home.local("from"), far) : (far, home.local("to"))
  }
}
