import Foundation
import Migration
import TestServers
import Testing

/// What the addresses of a list may lead to, for callers who are not the owner of the service.
struct URLBoundsTests {
  /// Has a caller over TCP move what is at `places` of a web server on this machine.
  ///
  /// - Parameters:
  ///   - options: Those of the service.
  ///   - places: Paths of the server by the keys that their objects get; `HOST:PORT` of an address is the
  ///     server's.
  ///   - body: Gets the task at its end, what failed by key, the home, and what the server was asked for.
  /// - Throws: What `body` throws, or what keeps the task from its end.
  private static func moving(
    _ options: [String], _ places: [String: String],
    _ body:
      @escaping @Sendable (ListedTask, [String: String], FerryHome, () -> [String]) async throws ->
      Void
  ) async throws {
    let host = AddressHost()
    try await LoopbackServer.serving(host) { server in
      try await FerryHome.with { home in
        let port = "\(server)".split(separator: ":").last ?? ""
        let lines = places.map { "http://\($1.replacing("PORT", with: port))\t\($0)\n" }
        try FileManager.default.createDirectory(
          atPath: home.path("root/lists"), withIntermediateDirectories: true)
        try Data(lines.joined().utf8).write(to: URL(filePath: home.path("root/lists/urls.txt")))
        let address = try await home.serve(root: "root", options: options)
        let service = [
          "--endpoint", address, "--project-id", FerryHome.callerProject, "--api", "v2",
        ]
        let created = try await home.ferry(
          [
            "create", "--to", "local:\(home.path("root/to"))", "--type", "url_list", "--list-file",
            home.path("root/lists/urls.txt"),
          ] + service, environment: FerryHome.callerKeys)
        try #require(created.status == 0, "\(created.error)")
        let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try await home.ferry(["wait", id] + service, environment: FerryHome.callerKeys)
        let task: ListedTask = try await home.ferry(
          ["show", id, "--output", "json"] + service, environment: FerryHome.callerKeys
        ).json()
        let bench = ListBench(home: home, api: "v2")
        let failed = try await bench.failed(id, of: FerryHome.callerProject)
        try await body(task, failed, home, { host.seen })
      }
    }
  }

  private static func arrived(_ home: FerryHome, _ key: String) -> [UInt8]? {
    FileManager.default.contents(atPath: home.path("root/to/\(key)")).map { [UInt8]($0) }
  }

  @Test func `this machine is not read for a caller from elsewhere, and each object says so`()
    async throws
  {
    let places = [
      "name": "localhost:PORT/plain/1", "number": "127.0.0.1:PORT/plain/1",
      "short": "127.1:PORT/plain/1", "whole": "2130706433:PORT/plain/1",
      "mapped": "[::ffff:127.0.0.1]:PORT/plain/1", "user": "example.com@127.0.0.1:PORT/plain/1",
      "cloud": "169.254.169.254/latest/meta-data/",
    ]
    try await Self.moving([], places) { task, failed, home, seen in
      #expect(task.state == "failed" && task.failed_objects == Int64(places.count), "\(task)")
      for key in places.keys {
        #expect(failed[key]?.contains("--url-host") == true, "\(key): \(failed)")
        #expect(Self.arrived(home, key) == nil)
      }
      // The owner is free; what a caller has made, and may have changed since, is not.
      let socket = home.lines(of: "served")[0].split(separator: " ").last.map(String.init) ?? ""
      let owner = ["--endpoint", socket, "--project-id", FerryHome.callerProject, "--api", "v2"]
      let again = try await home.ferry(["start", "\(task.id)", "--yes"] + owner)
      #expect(again.status == 0, "\(again.error)")
      let end = try await home.ferry(["wait", "\(task.id)"] + owner)
      #expect(end.status == 1, "\(end.error)")
      #expect(seen().isEmpty, "\(seen())")
    }
  }

  @Test func `a host that the owner allows is read through the service, but leads nowhere else`()
    async throws
  {
    let places = [
      "plain": "localhost:PORT/plain/1", "moved": "localhost:PORT/moved/2",
      "torn": "localhost:PORT/torn/3", "signed": "localhost:PORT/signed/4",
      "endless": "localhost:PORT/endless/5", "gone": "localhost:PORT/gone/6",
      "away": "localhost:PORT/away/127.0.0.1:PORT/plain/7",
      "late": "localhost:PORT/late/127.0.0.1:PORT/plain/8", "other": "127.0.0.1:PORT/plain/9",
    ]
    try await Self.moving(["--url-host", "localhost"], places) { task, failed, home, seen in
      #expect(task.state == "failed" && task.failed_objects == 4, "\(task)")
      for (key, path) in [
        ("plain", "1"), ("moved", "2"), ("torn", "3"), ("signed", "4"), ("endless", "5"),
      ] {
        #expect(Self.arrived(home, key) == AddressHost.content(path), "\(key)")
      }
      #expect(failed["gone"]?.contains("status 410") == true, "\(failed)")
      for key in ["away", "late", "other"] {
        #expect(failed[key]?.contains("--url-host") == true, "\(key): \(failed)")
        #expect(Self.arrived(home, key) == nil)
      }
      #expect(!seen().contains { $0.contains(/^(HEAD|GET) .plain.[789]/) }, "\(seen())")
    }
  }

  @Test(arguments: ["http://localhost", "localhost:80", "10.0.0.0/99"])
  func `what is no host and no network is refused before the service runs`(word: String)
    async throws
  {
    try await FerryHome.with { home in
      let refused = try await home.ferry("serve", "--url-host", word)
      #expect(refused.status == 1 && refused.error.contains(word), "\(refused.error)")
      #expect(refused.error.split(separator: "\n").count == 1, "\(refused.error)")
    }
  }
}
