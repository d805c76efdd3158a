import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// `ferry profiles` and `ferry doctor`, as they are typed.
struct SetupTests {
  private struct Shown: Decodable {
    var name: String
    var `default`: Bool
    var problems: [String]
  }

  private struct Found: Decodable {
    var check: String
    var status: String
  }

  private static func configure(_ home: FerryHome, _ text: String) throws {
    let folder = home.path("config/ferry")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/config.yaml"))
  }

  @Test func `profiles are shown, the bad one with what is wrong, and no secret`() async throws {
    try await FerryHome.with { home in
      try Self.configure(
        home,
        """
        default: good
        profiles:
          bad: {api: v9}
          good: {endpoint: 'https://oms.example.test', project_id: p1, protected: true}
        """)
      let keys = ["HUAWEICLOUD_SDK_AK": "FAKEAK", "HUAWEICLOUD_SDK_SK": "FAKE-SECRET"]
      let table = try await home.ferry(["profiles"], environment: keys)
      #expect(table.status == 0)
      #expect(table.output.contains("*  good"))
      #expect(table.output.contains("protected"))
      #expect(table.error.contains("'api'"))
      #expect(!(table.output + table.error).contains("FAKE"))
      let json = try await home.ferry(["profiles", "--output", "json"], environment: keys)
      let profiles = try json.json([Shown].self)
      #expect(profiles.map(\.name) == ["bad", "good", "local"])
      #expect(profiles.map(\.default) == [false, true, false])
      #expect(profiles.map(\.problems.isEmpty) == [false, true, true])
    }
  }

  @Test func `a configuration that is no YAML is told in one line`() async throws {
    try await FerryHome.with { home in
      try Self.configure(home, "profiles: [")
      let outcome = try await home.ferry("profiles")
      #expect(outcome.status == 64)
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
  }

  @Test func `the doctor leaves a machine as it was`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry("doctor")
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("does not run"))
      #expect(home.services.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.directory.string).isEmpty)
    }
  }

  @Test func `the doctor finds the local service that runs in good health`() async throws {
    try await FerryHome.with { home in
      _ = try await home.ferry("list")
      let outcome = try await home.ferry("doctor", "--output", "json")
      let findings = try outcome.json([Found].self)
      #expect(outcome.status == 0, "\(outcome.output)")
      let checks = [
        "local service", "endpoint", "connections", "credentials", "project", "versions", "tasks",
        "quota", "bandwidth windows",
      ]
      for check in checks {
        #expect(findings.first { $0.check == check }?.status == "ok", "\(check)")
      }
      for words in ["5 tasks of the account", "hours are counted in UTC+"] {
        #expect(outcome.output.contains(words), "\(outcome.output)")
      }
    }
  }

  @Test func `a service that is not there is a status of its own`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(
        ["doctor", "--endpoint", "http://127.0.0.1:1", "--project-id", "p"],
        environment: ["FERRY_AUTH_TOKEN": "FAKE-TOKEN"])
      #expect(outcome.status == 69)
      #expect(outcome.output.contains("problem"))
      #expect(!(outcome.output + outcome.error).contains("FAKE-TOKEN"))
    }
  }

  @Test func `missing credentials are a problem of the connection`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(
        "doctor", "--endpoint", "http://127.0.0.1:1", "--project-id", "p")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("no credentials"))
    }
  }

  @Test(arguments: [
    ("xterm-256color", "colours        256"), ("dumb", "cannot show a full screen"),
  ])
  func `the doctor knows the terminal that it runs in`(type: String, words: String) async throws {
    try await FerryHome.with { home in
      let environment = home.environment.merging(["TERM": type, "LC_ALL": "C"]) { $1 }
      // The shell stays, so that the last screen does not depend on how tmux shows an end.
      try await TerminalSession.run(
        ["/bin/sh", "-c", #""$0" doctor; read -r end"#, FerryHome.program.string],
        environment: environment, size: Size(rows: 40, columns: 200)
      ) { session in
        let screen = try await session.waitFor(text: "local service")
        #expect(screen.contains(words))
        #expect(screen.contains("200x40"))
        #expect(screen.contains("LC_ALL=C means"))
      }
    }
  }
}
