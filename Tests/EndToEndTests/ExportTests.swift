import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// What the dashboard shows, written to a file in the words of `ferry list`.
struct ExportTests {
  private static let tasks = [
    ServedTask(9, "videos", status: 2), ServedTask(8, "=sum(1),2", status: 4),
    ServedTask(7, "照片", status: 4), ServedTask(6, "logs", status: 5),
  ]
  private static let filter = "state:failed,succeeded"

  /// Writes what passes the filter as `format`, by `keys`, and compares it with what the command line
  /// has to say.
  private static func export(
    as format: ExportFormat, options: [String] = [], shown: String,
    _ keys: @Sendable @escaping (TerminalSession, String) async throws -> Void
  ) async throws {
    try await V2Session.with(tasks) { session in
      try session.makeDefault()
      let environment = session.home.environment.merging(V2Session.keys) { $1 }
      try await TerminalSession.run(
        [try FerryHome.program.string, "--filter", filter] + options, environment: environment,
        size: Size(rows: 40, columns: 140)
      ) { terminal in
        try await terminal.waitFor(text: shown)
        try await keys(terminal, "sort name")
        try await keys(terminal, "export \(format.rawValue) ~/shown")
        try await terminal.waitFor(text: "Wrote 3 tasks to \(session.home.path("shown")).")
        let list = try await session.home.ferry(
          ["list", "--filter", filter, "--sort", "name", "--output", format.rawValue],
          environment: V2Session.keys)
        let file = FileManager.default.contents(atPath: session.home.path("shown")) ?? Data()
        #expect(String(decoding: file, as: UTF8.self) == list.output)
        #expect(list.output.contains("照片") && !list.output.contains("videos"))
        try await keys(terminal, "export \(format.rawValue) ~/shown")
        try await terminal.waitFor(text: "is there already and was left as it is")
        #expect(FileManager.default.contents(atPath: session.home.path("shown")) == file)
      }
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `what the screen shows is written as a list prints it`(format: ExportFormat) async throws {
    try await Self.export(as: format, shown: "3 of 4") { terminal, line in
      try await terminal.type(":" + line)
      try await terminal.waitFor(text: ":" + line)
      try await terminal.press("Enter")
      try await terminal.waitFor("the end of the line") { !$0.contains(":" + line) }
    }
  }

  @Test func `so is what is told line by line`() async throws {
    try await Self.export(as: .csv, options: ["--linear"], shown: "6 succeeded: ") {
      try await $0.type($1)
      try await $0.press("Enter")
    }
  }
}
