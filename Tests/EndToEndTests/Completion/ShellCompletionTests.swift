import Foundation
import SystemPackage
import TestSupport
import Testing

/// What stands on the line behind a Tab, in the shells themselves.
struct ShellCompletionTests {
  /// What is typed, and what a Tab makes of it.
  private static let rows = [
    ("ferry sho", "ferry show"),
    ("ferry show ", "ferry show {task}"),
    ("ferry delete --filter state:run", "ferry delete --filter state:running"),
    ("ferry list --filter=state:ru", "ferry list --filter=state:running"),
    ("ferry list --filter '!state:ru", "ferry list --filter '!state:running'"),
    ("ferry list --filter state:running,fai", "ferry list --filter state:running,failed"),
    ("ferry list --filter 'age>1d state:fai", "ferry list --filter 'age>1d state:failed'"),
    ("ferry list --filter id:", "ferry list --filter id:{task}"),
    ("ferry list --filter source:", "ferry list --filter source:{home}/from"),
    ("ferry list --filter dest", "ferry list --filter destination:"),
    ("ferry list --sort id:", "ferry list --sort id:desc"),
    ("ferry wait {task} --for fi", "ferry wait {task} --for finished"),
    ("ferry show --profile lo", "ferry show --profile local"),
    ("ferry create --like ", "ferry create --like {task}"),
    ("ferry create --keys-from {home}/a-fi", "ferry create --keys-from {home}/a-file"),
    ("ferry serve --access-keys {home}/a-fi", "ferry serve --access-keys {home}/a-file"),
    ("ferry serve --tls-key {home}/a-fi", "ferry serve --tls-key {home}/a-file"),
    ("ferry serve --socket {home}/a-fi", "ferry serve --socket {home}/a-file"),
    ("ferry serve --state-dir {home}/a-fol", "ferry serve --state-dir {home}/a-folder/"),
    ("ferry serve --local-root {home}/a-fol", "ferry serve --local-root {home}/a-folder/"),
    ("ferry serve --timezone Europe/Berl", "ferry serve --timezone Europe/Berlin"),
  ]

  @Test(arguments: Shell.allCases)
  func `a Tab completes words, ids, filters and files`(shell: Shell) async throws {
    try await FerryHome.with { home in
      let task = try await home.move()
      _ = try home.file("a-file", "")
      try FileManager.default.createDirectory(
        atPath: home.path("a-folder"), withIntermediateDirectories: true)
      try await shell.run(in: home) { terminal in
        for (typed, completed) in Self.rows {
          let own = { @Sendable (text: String) in
            text.replacing("{task}", with: task).replacing("{home}", with: home.directory.string)
          }
          try await terminal.type(own(typed))
          try await terminal.press("Tab")
          try await terminal.waitFor("'\(own(completed))'") {
            $0.lines.contains("> \(own(completed))")
          }
          try await terminal.press("C-u")
        }
      }
    }
  }

  @Test(arguments: Shell.allCases)
  func `a Tab that nobody answers leaves the line as it is, and says nothing`(
    shell: Shell
  ) async throws {
    try await FerryHome.with { home in
      try home.write(configuration: "profiles: [")
      try await shell.run(in: home) { terminal in
        try await terminal.type("ferry show ")
        try await terminal.press("Tab")
        // What is typed behind it shows that the Tab is over.
        try await terminal.type("1")
        let screen = try await terminal.waitFor("the next key") {
          $0.lines.contains { $0.hasSuffix("1") }
        }
        #expect(screen.lines.filter { !$0.isEmpty } == ["> ferry show 1"])
        #expect(home.services.isEmpty)
      }
    }
  }
}
