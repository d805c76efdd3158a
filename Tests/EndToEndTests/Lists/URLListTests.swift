import Foundation
import Glibc
import MigrationService
import Synchronization
import SystemPackage
import TestServers
import Testing

/// Tasks whose objects are at the addresses that a list names, from a web server that is real.
struct URLListTests {
  private static func write(_ list: [String], _ file: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((list.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
  }

  private static func words(_ home: FerryHome) -> [String] {
    [
      "--to", "local:\(home.path("to"))", "--type", "url_list", "--list-file",
      home.path("lists/urls.txt"),
    ]
  }

  private static func arrived(_ home: FerryHome, _ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: home.path("to/\(name)")).map { [UInt8]($0) }
  }

  @Test(arguments: ["v1", "v2"])
  func `what is at the addresses arrives, over redirects and torn connections, and errors are told`(
    api: String
  ) async throws {
    let host = AddressHost()
    try await LoopbackServer.serving(host) { server in
      try await FerryHome.with { home in
        let good = ["plain/1", "plain/2?sig=a%2Fb", "moved/3", "signed/4", "torn/5", "endless/7"]
        let lines = good.map { path in
          "\(server)/\(path)\tdir/\(path.prefix { $0 != "?" }.replacing("/", with: "%20"))"
        }
        try Self.write(
          lines + [
            "\(server)/gone/6\tgone", "\(server)/none\tnone", "\(server)/closed/8\tclosed",
            "\(server)/loop/9\tloop", "no address", "",
          ], home.path("lists/urls.txt"))
        let bench = ListBench(home: home, api: api)
        let id = try await bench.create(Self.words(home))
        let end = try await bench.end(id)
        #expect(end.state == "failed" && end.succeeded_objects == 6, "\(end)")
        #expect(end.failed_objects == 5 && end.total_objects == 11, "\(end)")
        for path in good {
          let path = String(path.prefix { $0 != "?" })
          let name = "dir/" + path.replacing("/", with: " ")
          #expect(Self.arrived(home, name) == AddressHost.content(path), "\(name)")
        }
        let failed = try await bench.failed(id)
        #expect(failed["gone"]?.contains("status 410") == true, "\(failed)")
        #expect(failed["none"]?.contains("status 404") == true, "\(failed)")
        #expect(failed["closed"]?.contains("status 403") == true, "\(failed)")
        #expect(failed["loop"]?.contains("redirect") == true, "\(failed)")
        #expect(failed["no address"]?.contains("tab") == true, "\(failed)")
        #expect(host.seen.contains { $0.hasPrefix("GET /torn/5 bytes=") }, "\(host.seen)")
      }
    }
  }

  @Test func `addresses that have failed are tried again alone, and what is there is left`()
    async throws
  {
    let host = AddressHost()
    try await LoopbackServer.serving(host) { server in
      try await FerryHome.with { home in
        try Self.write(
          ["\(server)/plain/1\tone", "\(server)/later/2\ttwo", "\(server)/later/3\tthree"],
          home.path("lists/urls.txt"))
        let bench = ListBench(home: home, api: "v2")
        let id = try await bench.create(Self.words(home))
        let first = try await bench.end(id)
        #expect(first.state == "failed" && first.succeeded_objects == 1, "\(first)")
        #expect(first.failed_objects == 2)

        host.broken.withLock { $0 = 0 }
        try await bench.start(id, "--failed-only")
        let second = try await bench.end(id)
        #expect(second.state == "succeeded" && second.succeeded_objects == 3, "\(second)")
        #expect(Self.arrived(home, "three") == AddressHost.content("3"))

        let reads = host.seen.count { $0.hasPrefix("GET /plain/1") }
        let again = try await bench.create(Self.words(home))
        let end = try await bench.end(again)
        #expect(end.state == "succeeded" && end.skipped_objects == 3, "\(end)")
        #expect(host.seen.count { $0.hasPrefix("GET /plain/1") } == reads)
      }
    }
  }

  @Test func `a list of addresses goes to a bucket, through a stop, a start and a killed service`()
    async throws
  {
    let host = AddressHost()
    try await LoopbackServer.serving(host) { server in
      try await FerryHome.with { home in
        try await Stores.with(in: home, objects: 0) { stores in
          let lists = stores.root.appending("destination/archive/lists/urls.txt").string
          try Self.write(
            (0..<300).map { "\(server)/plain/\($0)\tobject%20\($0).bin" }, lists)
          let bench = ListBench(home: home, api: "v2", keys: stores.keys)
          let id = try await bench.create([
            "--to", stores.to, "--type", "url_list", "--list-file", "archive/lists/urls.txt",
            "--bandwidth", "1MiB",
          ])
          try await bench.reach(id) { $0.succeeded_objects >= 20 }
          let stopped = try await home.ferry("stop", id, "--yes", "--wait", "--api", "v2")
          #expect(stopped.status == 0, "\(stopped.error)")
          let halfway = try await bench.task(id)
          #expect(halfway.state == "stopped" && halfway.succeeded_objects < 300, "\(halfway)")
          #expect(halfway.failed_objects == 0)

          try await bench.start(id)
          try await bench.reach(id) { $0.state == "running" && $0.succeeded_objects >= 60 }
          for service in home.services { kill(service, SIGKILL) }
          let end = try await bench.end(id)
          #expect(end.state == "succeeded" && end.failed_objects == 0, "\(end)")
          #expect(end.total_objects == 300)
          #expect(end.succeeded_objects + end.skipped_objects == 300)
          let (_, arrived) = try stores.checksums()
          #expect(arrived.count == 300)
        }
      }
    }
  }

  @Test func `a caller from elsewhere has a list read within his own directories alone`()
    async throws
  {
    try await FerryHome.with { home in
      try Self.write(["http://127.0.0.1:9/x\tx"], home.path("lists/urls.txt"))
      try FileManager.default.createDirectory(
        atPath: home.path("root"), withIntermediateDirectories: true)
      let address = try await home.serve(root: "root")
      let created = try await home.ferry(
        [
          "create", "--endpoint", address, "--project-id", FerryHome.callerProject, "--api", "v2",
          "--to", "local:\(home.path("root/to"))", "--type", "url_list", "--list-file",
          home.path("lists/urls.txt"),
        ], environment: FerryHome.callerKeys)
      #expect(created.status == 1 && created.error.contains("OMS.0057"), "\(created.error)")
    }
  }
}
