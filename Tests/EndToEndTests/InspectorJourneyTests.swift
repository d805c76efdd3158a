import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// The pages about a task by keys alone, in a real terminal, on the real service.
@Suite(.serialized)
struct InspectorJourneyTests {
  /// A task of which one object cannot arrive, as a folder has its name.
  private static func failedTask(in home: FerryHome) async throws {
    _ = try home.write(4, files: 100, below: "from")
    let folder = home.path("to/d1/object 1/in the way")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let created = try await home.ferry(
      "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))",
      "--description", "to be looked at")
    let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try await home.ferry("wait", id)
  }

  private static func run(
    _ arguments: [String] = [], in home: FerryHome, size: Size = Size(rows: 40, columns: 120),
    _ body: (TerminalSession) async throws -> Void
  ) async throws {
    try await TerminalSession.run(
      [FerryHome.program.string] + arguments, environment: home.environment, size: size, body)
  }

  @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80)])
  func `an object that has failed, its reason, events, log and settings are a digit away`(
    size: Size
  ) async throws {
    try await FerryHome.with { home in
      try await Self.failedTask(in: home)
      try await Self.run(in: home, size: size) { terminal in
        try await terminal.waitFor(text: "failed 1")
        try await terminal.press("2")
        let failed = try await terminal.waitFor(text: "d1/object 1")
        #expect(failed.contains("1 failed object"), "\(failed.text)")
        #expect(failed.contains("partial file rename failed"), "\(failed.text)")
        try await terminal.press("3")
        try await terminal.waitFor(text: "create: done")
        try await terminal.press("4")
        let log = try await terminal.waitFor(text: "arrived: d")
        #expect(log.contains("failed: d1/object 1: "), "\(log.text)")
        try await terminal.press("5")
        try await terminal.waitFor(text: "to be looked at")
        try await terminal.press("1")
        try await terminal.waitFor(text: "3 of 4 moved, 1 failed")
      }
    }
  }

  @Test func `line by line the pages are told as they are read`() async throws {
    try await FerryHome.with { home in
      try await Self.failedTask(in: home)
      try await Self.run(["--linear"], in: home) { terminal in
        try await terminal.waitFor(text: "Enter alone tells how things stand.")
        for (page, text) in [("2", "d1/object 1"), ("page 3", "create: done")] {
          try await terminal.type(page)
          try await terminal.press("Enter")
          try await terminal.waitFor(text: text)
        }
        try await terminal.type("quit")
        try await terminal.press("Enter")
      }
    }
  }
}
