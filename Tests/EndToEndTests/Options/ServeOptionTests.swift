import Foundation
import SystemPackage
import Testing

/// Where the local service listens, and by which clocks it counts the hours of speed limits.
struct ServeOptionTests {
  private static func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private static func serve(
    _ home: FerryHome, _ more: String, _ environment: [String: String] = [:]
  ) async throws {
    let row = TypedRow("serve \(more)")
    try await home.start(
      row.arguments(["home": home.directory.string]), log: "served", environment: environment)
    try await waitUntil("a service") { !home.lines(of: "served").isEmpty }
  }

  @Test func `a socket is made where it is wanted, for its owner alone`() async throws {
    try await FerryHome.with { home in
      try await Self.serve(home, "--socket {home}/new/deep/own.sock")
      let socket = home.path("new/deep/own.sock")
      #expect(home.lines(of: "served") == ["listening on unix://\(socket)"])
      #expect(try Self.mode(socket) == 0o600)
      #expect(try Self.mode(socket + ".lock") == 0o600)
      #expect(try Self.mode(home.path("new")) == 0o700)
      #expect(try Self.mode(home.path("new/deep")) == 0o700)
      #expect(!FileManager.default.fileExists(atPath: home.path("run/ferry/ferry.sock")))
    }
  }

  @Test func `an address and a profile lead to that socket, and none starts another service`()
    async throws
  {
    try await FerryHome.with { home in
      try await Self.serve(home, "--socket {home}/own.sock")
      let address = "unix://\(home.path("own.sock"))"
      try home.write(configuration: "profiles: {own: {endpoint: '\(address)'}}")
      for way in [["--endpoint", address], ["--profile", "own"]] {
        let outcome = try await home.ferry(["list"] + way)
        #expect(outcome.status == 0, "\(outcome.error)")
      }
      #expect(home.services.count == 1)
    }
  }

  @Test(arguments: [
    "--socket {home}/SLASHES/own.sock", "--socket {home}/own.sock/below",
    "--socket {home}/own.sock",
    "--socket /proc/own.sock",
  ])
  func `a socket that cannot be made is told in one line`(words: String) async throws {
    try await FerryHome.with { home in
      _ = try home.file("own.sock", "a file")
      let long = String(repeating: "long/", count: 30)
      let row = TypedRow("serve \(words)", status: 1, says: "ferry: the service cannot run: ")
      let outcome = try await home.ferry(
        row.arguments(["home": home.directory.string]).map { $0.replacing("SLASHES", with: long) })
      row.expect(outcome)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("own.sock"), "\(outcome.error)")
    }
  }

  @Test(arguments: ["own.sock", String(repeating: "long/", count: 30) + "own.sock"])
  func `an address where nobody listens is told in one line`(path: String) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("list", "--endpoint", "unix://\(home.path(path))")
      #expect(outcome.status == 69)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("own.sock"), "\(outcome.error)")
    }
  }

  @Test(
    arguments: [
      ("--timezone Asia/Shanghai", [:], "Asia/Shanghai (UTC+08:00)"),
      ("", ["TZ": "Asia/Kolkata"], "UTC+05:30"),
      ("--timezone UTC", ["TZ": "Asia/Kolkata"], "UTC (UTC+00:00)"),
    ] as [(String, [String: String], String)])
  func `the zone of the service stands with every window`(
    words: String, environment: [String: String], zone: String
  ) async throws {
    try await FerryHome.with { home in
      try await Self.serve(home, words, environment)
      let id = try await home.runningTask()
      let own = ["home": home.directory.string, "task": id]
      let rows = [
        TypedRow("show {task}", says: "00:00-23:59 \(zone): 5.0 MiB/s"),
        TypedRow(
          "create --from local:{home}/big --to local:{home}/else --bandwidth 08:00-09:00=6MiB "
            + "--dry-run", says: "08:00-09:00 \(zone): 6.0 MiB/s"),
        TypedRow("doctor", says: "hours are counted in \(zone)"),
      ]
      // This machine's own clocks do not count.
      for row in rows {
        row.expect(try await home.ferry(row.arguments(own), environment: ["TZ": "America/Lima"]))
      }
      let shown = try await home.ferry("show", id, "--output", "json").output
      let offset = try #require(zone.firstMatch(of: #/[+-][0-9:]{5}/#)).output
      #expect(shown.contains("\"utc_offset\" : \"\(offset)\""))
    }
  }

  @Test(arguments: ["Mars/Phobos", "CST", "+08:00", ""])
  func `what is no zone is told with the option`(zone: String) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("serve", "--timezone", zone)
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("--timezone"))
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(!FileManager.default.fileExists(atPath: home.path("state/ferry")))
    }
  }
}
