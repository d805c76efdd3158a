import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// What the command line prints on a terminal, and in a pipe.
struct V2TerminalTests {
  private static let tasks = [
    ServedTask(179_532_393_510_600, "照片归档照片归档照片归档-20261126", status: 2),
    ServedTask(179_532_393_509_100, "backups-of-the-whole-company-archive-20261126", status: 4),
    ServedTask(179_532_393_507_500, "logs", status: 5),
  ]

  /// Runs `ferry` on a terminal with so many columns; gives its lines, without those that are empty.
  private static func lines(
    _ arguments: [String], columns: Int
  ) async throws -> [String] {
    let (found, finding) = AsyncStream.makeStream(of: [String].self)
    try await V2Session.with(tasks) { session in
      let command = [
        "/bin/sh", "-c", #""$0" "$@" --api v2; echo over; read -r x"#,
        try FerryHome.program.string,
      ]
      try await TerminalSession.run(
        command + arguments + session.address,
        environment: session.home.environment.merging(V2Session.keys) { $1 },
        size: Size(rows: 50, columns: columns)
      ) { terminal in
        try await terminal.waitFor(text: "over")
        let lines = try await terminal.screen().lines.filter { !$0.isEmpty }
        finding.yield(lines.dropLast())
      }
    }
    finding.finish()
    return try #require(await found.first { _ in true })
  }

  @Test(arguments: [40, 60, 80, 100, 132])
  func `a list takes a line a task on every terminal`(columns: Int) async throws {
    let lines = try await Self.lines(["list"], columns: columns)
    #expect(lines.count == 1 + Self.tasks.count, "\(lines)")
    for (line, id) in zip(lines.dropFirst(), ["3509100", "3510600", "3507500"]) {
      #expect(line.hasPrefix("17953239") && line.contains(id), "\(line)")
    }
    #expect(lines.first?.contains("STATE") == true)
    #expect(lines.first?.contains("OBJECTS") == (columns == 132))
  }

  @Test func `a list in a pipe has all columns, and cuts nothing`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("list")
      #expect(outcome.output.contains("OBJECTS") && outcome.output.contains("DESTINATION"))
      for task in Self.tasks { #expect(outcome.output.contains(task.name)) }
    }
  }

  @Test func `what a task is made of goes on below itself where a line ends`() async throws {
    let lines = try await Self.lines(["show", "179532393509100"], columns: 40)
    let start = try #require(lines.firstIndex { $0.hasPrefix("name ") })
    let indent = try #require(lines[start].firstRange(of: "backups")?.lowerBound)
    let column = lines[start].distance(from: lines[start].startIndex, to: indent)
    #expect(lines[start + 1].hasPrefix(String(repeating: " ", count: column)))
    let value = lines[start...(start + 1)].map { $0.dropFirst(column) }.joined()
    #expect(value == "backups-of-the-whole-company-archive-20261126")
  }
}
