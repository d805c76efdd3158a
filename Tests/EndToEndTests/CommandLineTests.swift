import Foundation
import SystemPackage
import Testing

struct CommandLineTests {
  func objects(_ count: Int, in directory: String) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for index in 0..<count {
      try Data("object \(index)".utf8).write(to: URL(filePath: "\(directory)/object-\(index)"))
    }
  }

  @Test func `a first task starts the service, and the service outlives the command`() async throws
  {
    try await FerryHome.with { home in
      try objects(20, in: home.path("from"))
      let created = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))")
      #expect(created.status == 0, "\(created.error)")
      let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
      // On a busy machine another may be begun, which finds this one and ends.
      try await waitUntil("one service") { home.services.count == 1 }

      let waited = try await home.ferry("wait", id, "--for", "succeeded", "--timeout", "60s")
      #expect(waited.status == 0, "\(waited.error)")
      let tasks = try await home.ferry("list", "--output", "json").json([ListedTask].self)
      #expect(tasks.map(\.state) == ["succeeded"])
      #expect(tasks.map(\.succeeded_objects) == [20])
      let arrived = try FileManager.default.contentsOfDirectory(atPath: home.path("to"))
      #expect(arrived.count == 20)

      let deleted = try await home.ferry("delete", id, "--yes")
      #expect(deleted.status == 0)
      #expect(try await home.ferry("list", "--output", "json").json([ListedTask].self).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path("to")).count == 20)
      // On a busy machine another may be begun, which finds this one and ends.
      try await waitUntil("one service") { home.services.count == 1 }

      let history = try await home.ferry("history")
      #expect(history.output.contains("create") && history.output.contains("delete"))
    }
  }

  @Test func `two first commands at once start one service`() async throws {
    try await FerryHome.with { home in
      async let one = home.ferry("list")
      async let other = home.ferry("list")
      let statuses = try await [one.status, other.status]
      #expect(statuses == [0, 0])
      try await waitUntil("one service") { home.services.count == 1 }
    }
  }

  @Test(
    arguments: [
      (["show", "123456789012345"], 1, "123456789012345"),
      (["stop", "123456789012345", "--yes"], 1, "no such task"),
      (["show", "abc"], 64, "abc"),
      (["stop", "-5", "--yes"], 64, "task ids"),
      (["stop", "1 OR 1=1", "--yes"], 64, "task id"),
      (["stop"], 64, "task ids"),
      (["stop", "1"], 64, "--yes"),
      (["delete", "--filter", "state:nonsense", "--yes"], 64, "character 7"),
      (["delete", "--filter", " ", "--yes"], 64, "every task"),
      (["list", "--sort", "colour"], 64, "colour"),
      (["list", "--profile", "nowhere"], 64, "nowhere"),
      (["list", "--endpoint", "gopher://x", "--project-id", "p"], 64, "gopher"),
      (["list", "--endpoint", "unix:///nonexistent/s"], 69, "/nonexistent/s"),
      (["create", "--from", "photos", "--to", "local:/x"], 64, "photos"),
      (
        ["create", "--from", "local:/x", "--to", "s3://b?endpoint=http://h"], 64,
        "FERRY_DESTINATION_AK"
      ),
      (
        ["create", "--from", "local:/x", "--to", "local:/y", "--bandwidth", "8-9=fast"], 64, "08:00"
      ),
      (["wait", "1", "--timeout", "soon"], 64, "soon"),
      (["create", "--to", "local:/y"], 64, "--from"),
      (["create", "--from", "local:/x", "--to", "local:/y", "--type", "list"], 64, "list file"),
      (["create", "--from", "local:/x", "--to", "local:/y", "--type", "all"], 64, "url_list"),
      (
        ["create", "--from", "local:/x", "--to", "local:/y", "--overwrite", "maybe"], 64, "never"
      ),
      (["create", "--from", "local:/x", "--to", "local:/y", "--since", "soon"], 64, "2026-01-31"),
      (
        ["create", "--from", "local:/x", "--to", "local:/y", "--description", "a<b"], 64, "< > &"
      ),
      (["bandwidth", "1"], 64, "--none"),
      (["bandwidth", "1", "--limit", "fast"], 64, "08:00-18:59=20MiB"),
      (["bandwidth", "123456789012345", "--none"], 1, "no such task"),
      (["group", "list"], 1, "--api v2"),
      (["group", "list", "--state", "lazy"], 64, "creation-failed"),
      (["group", "stop", "g/1", "--yes"], 64, "group id"),
      (["group", "stop", "g"], 64, "--yes"),
      (["history", "--limit", "0"], 64, "--limit"),
      (["history", "--task", "abc"], 64, "abc"),
      (["frobnicate"], 64, "frobnicate"),
      (["serve", "--listen", "127.0.0.1:0"], 64, "--access-keys"),
      (["serve", "--listen", "nonsense", "--access-keys", "/nonexistent"], 64, "HOST:PORT"),
    ] as [([String], Int32, String)])
  func `a mistake is told in one line`(
    arguments: [String], status: Int32, word: String
  ) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(arguments)
      #expect(outcome.status == status, "\(outcome.error)")
      #expect(outcome.error.hasPrefix("ferry: "))
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains(word), "\(outcome.error)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a dry run sends nothing`() async throws {
    try await FerryHome.with { home in
      try objects(1, in: home.path("from"))
      let id = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"
      ).output.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try await home.ferry("wait", id)
      let dry = try await home.ferry("delete", id, "--dry-run", "--output", "json")
      #expect(dry.status == 0)
      #expect(try dry.json([ListedResult].self).map(\.outcome) == ["skipped"])
      #expect(try await home.ferry("list", "--output", "json").json([ListedTask].self).count == 1)
    }
  }

  @Test func `a dry run of a creation needs no keys`() async throws {
    try await FerryHome.with { home in
      let dry = try await home.ferry(
        "create", "--from", "obs://photos/2024/?region=cn-north-4", "--to",
        "obs://archive?region=cn-north-4", "--since", "2024-01-31", "--dry-run")
      #expect(dry.status == 0, "\(dry.error)")
      #expect(dry.output.contains("HuaweiCloud photos 2024/"))
      #expect(dry.output.contains("2024-01-31T00:00:00Z"))
      #expect(dry.output.contains("the keys of the source are not at hand"))
    }
  }

  @Test func `a deleted task's definition stays in the history`() async throws {
    try await FerryHome.with { home in
      try objects(1, in: home.path("from"))
      let id = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))",
        "--description", "holiday photos", "--bandwidth", "08:00-18:59=20MiB"
      ).output.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try await home.ferry("wait", id)
      _ = try await home.ferry("delete", id, "--yes")
      let history = try await home.ferry("history", "--task", id)
      #expect(history.output.contains("holiday photos"))
      #expect(history.output.contains("08:00-18:59: 20.0 MiB/s"))
      let other = try await home.ferry("history", "--task", "5")
      #expect(!other.output.contains("delete"))
    }
  }

  @Test func `a delete of what never was has failed, and says so`() async throws {
    try await FerryHome.with { home in
      let deleted = try await home.ferry("delete", "123456789012345", "--yes")
      #expect(deleted.status == 1)
      #expect(deleted.error.contains("there is no such task"), "\(deleted.error)")
      #expect(deleted.error.contains("check the id"))
    }
  }

  @Test func `some done and some not is a status of its own`() async throws {
    try await FerryHome.with { home in
      try objects(1, in: home.path("from"))
      let id = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"
      ).output.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try await home.ferry("wait", id)
      let waited = try await home.ferry("wait", id, "5", "--timeout", "5s")
      #expect(waited.status == 3, "\(waited.error)")
      let changed = try await home.ferry("bandwidth", id, "--none", "--output", "json")
      #expect(changed.status == 1)
      #expect(try changed.json([ListedResult].self).first?.error?.code == "OMS.0086")
    }
  }

  @Test func `the dashboard without a terminal says so in one line`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(["--endpoint", "unix:///nonexistent/s"])
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains("ferry list"))
    }
  }
}
