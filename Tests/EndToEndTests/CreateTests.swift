import Canvas
import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// `ferry create` on the local service.
struct CreateTests {
  private struct Report: Decodable {
    var total_objects: Int64?
    var total_bytes: Int64?
    var listed_by: String?
    var unchecked: [String]
  }

  func files(_ names: [String], in directory: String) throws {
    for name in names {
      let file = URL(filePath: directory).appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(repeating: 1, count: 100).write(to: file)
    }
  }

  private func places(_ home: FerryHome) -> [String] {
    ["--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"]
  }

  func id(_ outcome: FerryHome.Outcome) -> String {
    outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `only the objects that a file names are moved`() async throws {
    try await FerryHome.with { home in
      try files(["a/one", "a/two", "b/three", "four"], in: home.path("from"))
      let list = home.path("keys.txt")
      try Data("a/one\r\n\r\nb/\r\na/one".utf8).write(to: URL(filePath: list))
      let created = try await home.ferry(["create", "--keys-from", list] + places(home))
      #expect(created.status == 0, "\(created.error)")
      #expect(created.error.contains("names 1 key again"), "\(created.error)")
      let waited = try await home.ferry("wait", id(created), "--timeout", "60s")
      #expect(waited.status == 0, "\(waited.error)")
      let arrived = try FileManager.default.subpathsOfDirectory(atPath: home.path("to")).sorted()
      #expect(arrived == ["a", "a/one", "b", "b/three"])
    }
  }

  @Test(arguments: [
    ("", "no object key"), ("\n\n", "no object key"), ("a\0b", "line 1"), ("a\nb\0", "line 2"),
  ])
  func `a file that is no list of keys is told in one line, and nothing is created`(
    text: String, words: String
  ) async throws {
    try await FerryHome.with { home in
      let list = home.path("keys.txt")
      try Data(text.utf8).write(to: URL(filePath: list))
      let outcome = try await home.ferry(["create", "--keys-from", list] + places(home))
      #expect(outcome.status == 64)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains(words) && outcome.error.contains(list), "\(outcome.error)")
      #expect(home.services.isEmpty)
    }
  }

  @Test func `keys come from standard input as well, and a file that is missing is named`()
    async throws
  {
    try await FerryHome.with { home in
      try files(["one", "two"], in: home.path("from"))
      let words = ["create", "--keys-from", "-", "--dry-run", "--output", "json"] + places(home)
      let result = try await Subprocess.run(
        .path(FerryHome.program), arguments: Arguments(words),
        environment: .inherit.updating(
          Dictionary(
            uniqueKeysWithValues: home.environment.map {
              (Environment.Key(stringLiteral: $0.key), $0.value)
            })), input: .string("two\n"), output: .string(limit: 1 << 16))
      let report = try JSONDecoder().decode(Report.self, from: Data(result.standardOutput.utf8))
      #expect(report.total_objects == 1 && report.total_bytes == 100)
      let missing = try await home.ferry(
        ["create", "--keys-from", home.path("none")] + places(home))
      #expect(missing.status == 64 && missing.error.contains(home.path("none")))
    }
  }

  @Test func `a dry run checks with the service, counts and creates nothing`() async throws {
    try await FerryHome.with { home in
      try files(["a/one", "a/two", "three"], in: home.path("from"))
      let arguments = ["create", "--dry-run", "--bandwidth", "5MiB"] + places(home)
      let table = try await home.ferry(arguments)
      #expect(table.status == 0, "\(table.error)")
      for words in [
        "3, 300 B (listed from this machine)", "1s at the limits",
        "\(home.path("from"))/a.jpg → \(home.path("to"))/a.jpg",
      ] {
        #expect(table.output.contains(words), "\(words): \(table.output)")
      }
      #expect(!table.output.contains("not checked"))
      let json = try await home.ferry(arguments + ["--output", "json"]).json(Report.self)
      #expect(json.total_objects == 3 && json.listed_by == "here" && json.unchecked.isEmpty)
      #expect(try await home.ferry("list", "--output", "json").json([ListedTask].self).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: home.path("to")))
    }
  }

  @Test(arguments: [
    "2026-01-31T10:00Z", "2026-01-31 10:00", "2026-01-31T10:00:00", "2026-01-31garbage",
    "2026-02-31", "2026-02-31T10:00:00Z", "2026-01-31T25:00:00Z",
    "2026-01-31T10:00:00Z and more",
  ])
  func `a time that is not understood to its end is refused, not cut to its day`(
    text: String
  ) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(["create", "--dry-run", "--since", text] + places(home))
      #expect(outcome.status == 64, "\(outcome.output)")
      #expect(outcome.error.contains(text), "\(outcome.error)")
      #expect(try await home.ferry("history", "--since", text).status == 64)
    }
  }

  @Test(arguments: [
    (["--to", "local:FROM/inside"], "OMS.0058"), (["--encrypt"], "OMS.0069"),
    (["--restore"], "OMS.0082"), (["--bandwidth", "1MiB"], "OMS.0084"),
    (["--description", "a(b)"], "OMS.0078"), (["--threads", "51"], "OMS.0059"),
    (["--type", "list", "--list-file", "a/b"], "OMS.0057"), (["--overwrite", "never"], "API v1"),
    (["--key", "none"], "no object 'none'"), (["--from", "local:FROM/gone"], "TRF.0155"),
  ])
  func `what would be refused or fail is told in a dry run`(
    arguments: [String], words: String
  ) async throws {
    try await FerryHome.with { home in
      try files(["one"], in: home.path("from"))
      let mine = arguments.map { $0.replacing("FROM", with: home.path("from")) }
      let rest = Dictionary(
        uniqueKeysWithValues: [("--from", places(home)[1]), ("--to", places(home)[3])]
      ).filter { !mine.contains($0.key) }.flatMap { [$0.key, $0.value] }
      let outcome = try await home.ferry(["create", "--dry-run"] + mine + rest)
      #expect(outcome.status == 1, "\(outcome.output)")
      #expect(outcome.error.contains(words), "\(outcome.error)")
    }
  }

  @Test func `a task like another is made on the local service too`() async throws {
    try await FerryHome.with { home in
      try files(["one"], in: home.path("from"))
      let first = try await home.ferry(
        ["create", "--description", "weekly", "--bandwidth", "20MiB", "--threads", "7"]
          + places(home))
      _ = try await home.ferry("wait", id(first))
      let second = try await home.ferry(
        "create", "--like", id(first), "--to", "local:\(home.path("other"))", "--output", "json")
      #expect(second.status == 0, "\(second.error)")
      struct Created: Decodable {
        var id: Int64
        var name: String
      }
      let created = try second.json(Created.self)
      #expect(created.name.hasPrefix("from-other-"))
      let shown = try await home.ferry("show", "\(created.id)").output
      for words in ["weekly", "20.0 MiB/s", "threads"] {
        #expect(shown.contains(words), "\(words): \(shown)")
      }
      _ = try await home.ferry("wait", "\(created.id)", "--timeout", "60s")
      #expect(FileManager.default.fileExists(atPath: home.path("other") + "/one"))
    }
  }

  @Test func `somebody at a terminal sees where objects arrive before keys are asked for`()
    async throws
  {
    try await FerryHome.with { home in
      let command = [
        try FerryHome.program.string, "create", "--from", "aws://photos/2024/?region=eu-1", "--to",
        "local:\(home.path("to"))",
      ]
      try await TerminalSession.run(
        command, environment: home.environment, size: Size(rows: 24, columns: 200)
      ) { terminal in
        let asked = try await terminal.waitFor(text: "Access key of the source:")
        let lines = asked.lines
        let example = lines.firstIndex { $0.contains("photos/2024/a.jpg → \(home.path("to"))") }
        let question = lines.firstIndex { $0.contains("Access key of the source:") }
        #expect(try #require(example) < #require(question))
      }
    }
  }

  @Test func `places are listed from here, and what API v1 cannot do is refused by name`()
    async throws
  {
    try await FerryHome.with { home in
      try files(["a/one", "two"], in: home.path("from"))
      let listed = try await home.ferry("ls", "local:\(home.path("from"))")
      #expect(listed.status == 0, "\(listed.error)")
      #expect(listed.output.contains("a/") && listed.output.contains("two"))
      let choice = try await home.ferry("buckets")
      #expect(choice.output.contains("Local") && choice.output.contains("S3"))
      let sync = try await home.ferry("sync", "list")
      #expect(sync.status == 1 && sync.error.contains("API v1 has no synchronisation tasks"))
    }
  }
}
