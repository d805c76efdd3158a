import Foundation
import Testing

@testable import Migration

/// `ferry verify`, on tasks that the local service has moved.
struct VerifyTests {
  private struct Shown: Decodable {
    var id: Int64
    var succeeded_objects: Int64
  }

  private func put(_ files: [String: String], in directory: String) throws {
    for (name, text) in files {
      let file = URL(filePath: directory).appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func text(_ name: String, _ home: FerryHome) -> String? {
    FileManager.default.contents(atPath: home.path("to") + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Moves three objects, and spoils what has arrived: one is changed without a change of its size, one is
  /// gone, and there is one more.
  private func spoiled(_ home: FerryHome) async throws -> String {
    try put(["a": "1111", "d/b": "2222", "c": "3333"], in: home.path("from"))
    let created = try await home.ferry(
      "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))")
    let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let waited = try await home.ferry("wait", id, "--timeout", "60s")
    #expect(waited.status == 0, "\(created.error)\(waited.error)")
    let agreed = try await home.ferry("verify", id)
    #expect(agreed.status == 0, "\(agreed.error)")
    #expect(agreed.output == "3 agree\n")
    try put(["a": "1112", "more": "5"], in: home.path("to"))
    try FileManager.default.removeItem(atPath: home.path("to") + "/d/b")
    return id
  }

  @Test func `each difference is told, and repaired alone`() async throws {
    try await FerryHome.with { home in
      let id = try await spoiled(home)
      let told = try await home.ferry("verify", id, "--read")
      #expect(told.status == 1)
      #expect(
        told.output.split(separator: "\n").sorted() == [
          "1 agree, 1 missing, 1 differs, 1 extra",
          "differs     a  The contents differ.", "extra       more  It is not at the source.",
          "missing     d/b  It is not at the destination.",
        ])
      let repaired = try await home.ferry(
        "verify", id, "--report", home.path("report"), "--repair", "--confirm", "local")
      #expect(repaired.status == 1)
      #expect(repaired.output == "1 agree, 1 missing, 1 differs, 1 extra\n")
      let list = try await home.ferry("list", "--output", "json")
      let newest =
        try JSONDecoder().decode([Shown].self, from: Data(list.output.utf8)).map(\.id)
        .max() ?? 0
      #expect(repaired.error.contains("\(newest)"), "\(repaired.error)")
      let waited = try await home.ferry("wait", "\(newest)", "--timeout", "60s")
      #expect(waited.status == 0, "\(waited.error)")
      #expect(text("a", home) == "1111")
      #expect(text("d/b", home) == "2222")
      #expect(text("more", home) == "5")
      let shown = try await home.ferry("show", "\(newest)", "--output", "json")
      let moved = try JSONDecoder().decode(Shown.self, from: Data(shown.output.utf8))
      #expect(moved.succeeded_objects == 2)
    }
  }

  @Test func `a report has a JSON object a line`() async throws {
    try await FerryHome.with { home in
      let id = try await spoiled(home)
      let outcome = try await home.ferry("verify", id, "--report", "-")
      #expect(outcome.status == 1)
      let lines = try outcome.output.split(separator: "\n").map { line in
        try JSONDecoder().decode(ObjectDifference.self, from: Data(line.utf8))
      }
      #expect(Set(lines.map(\.key)) == ["a", "d/b", "more"])
      #expect(Set(lines.map(\.kind)) == [.differs, .missing, .extra])
      try await SchemaClaim.check(
        outcome.output.split(separator: "\n").map {
          SchemaClaim(schema: "difference", origin: "verify", output: String($0))
        })
    }
  }

  @Test func `a task that is not over is not verified`() async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      let outcome = try await home.ferry("verify", id)
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("is running; verify it when it is over"), "\(outcome.error)")
    }
  }
}
