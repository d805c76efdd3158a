import Canvas
import Foundation
import MigrationService
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// A new task by keys alone, in a real terminal, from an empty machine.
@Suite(.serialized)
struct NewTaskJourneyTests {
  private static func run(
    in home: FerryHome, _ variables: [String: String] = [:],
    _ body: (TerminalSession) async throws -> Void
  ) async throws {
    try await TerminalSession.run(
      [FerryHome.program.string], environment: home.environment.merging(variables) { $1 },
      size: Size(rows: 30, columns: 110)
    ) { terminal in
      try await terminal.waitFor(text: "LIVE")
      try await body(terminal)
    }
  }

  private static func fill(_ terminal: TerminalSession, _ lines: String...) async throws {
    try await terminal.press("c")
    try await terminal.waitFor(text: "as the task under the cursor")
    for line in lines {
      try await terminal.type(line)
      try await terminal.press("Enter")
    }
  }

  @Test func `a task between directories is typed, seen, agreed to and journalled`() async throws {
    try await FerryHome.with { home in
      let prints = try home.write(7, files: 100, below: "from")
      try await Self.run(in: home) { terminal in
        try await Self.fill(
          terminal, "local:\(home.path("from"))", "local:\(home.path("to"))", "typed", "")
        try await terminal.waitFor(text: "y Create the task")
        try await terminal.answer("y")
        try await terminal.waitFor(text: "succeeded 1")
      }
      #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
      let history = try await home.ferry("history")
      #expect(history.output.contains("create"), "\(history.output)")
    }
  }

  @Test func `keys are typed without being shown, and a no sends nothing`() async throws {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: 3) { stores in
        let pair = stores.source.keys
        try await Self.run(in: home) { terminal in
          try await Self.fill(terminal, stores.from, "local:\(home.path("to"))", "", "")
          try await terminal.waitFor(text: "source access key")
          try await terminal.type(pair.accessKey)
          try await terminal.press("Enter")
          try await terminal.type(pair.secretKey.reveal())
          let typed = try await terminal.waitFor(text: "••••")
          #expect(!typed.contains(pair.secretKey.reveal()))
          try await terminal.press("Enter")
          try await terminal.waitFor(text: "y Create the task")
          try await terminal.press("n")
          try await terminal.waitFor(text: "Enter goes back to what was typed")
          try await terminal.press("Enter")
          try await terminal.waitFor(text: "as the task under the cursor")
          #expect(
            try await home.ferry("list", "--output", "json").output.filter { !$0.isWhitespace }
              == "[]")

          for _ in 0..<4 { try await terminal.press("Enter") }
          try await terminal.waitFor(text: "source access key")
          try await terminal.type(pair.accessKey)
          try await terminal.press("Enter")
          try await terminal.type(pair.secretKey.reveal())
          try await terminal.press("Enter")
          try await terminal.waitFor(text: "y Create the task")
          try await terminal.answer("y")
          try await terminal.waitFor(text: "succeeded 1", within: .seconds(60))
        }
        let arrived = try FileManager.default.contentsOfDirectory(atPath: home.path("to"))
        #expect(arrived.count == 3)
      }
    }
  }

  @Test func `in Chinese a mistake is told, mended and made`() async throws {
    try await FerryHome.with { home in
      _ = try home.write(1, files: 10, below: "from")
      try await Self.run(in: home, ["FERRY_LANG": "zh"]) { terminal in
        try await terminal.press("c")
        try await terminal.waitFor(text: "新建任务")
        try await terminal.type("from")
        try await terminal.press("Enter")
        try await terminal.waitFor(text: "from” 不是")
        try await terminal.press("C-u")
        try await terminal.type("local:\(home.path("from"))")
        try await terminal.press("Enter")
        try await terminal.type("local:\(home.path("to"))")
        for _ in 0..<3 { try await terminal.press("Enter") }
        try await terminal.waitFor(text: "y 创建任务")
        try await terminal.answer("y")
        try await terminal.waitFor(text: "succeeded 1")
      }
    }
  }
}
