import Foundation
import Testing

/// The examples of the help, as somebody copies them.
struct HelpTests {
  @Test func `the help of every command ends with an example, and it works`() async throws {
    try await FerryHome.with { home in
      let commands = try await HelpedCommand.all(in: home)
      #expect(commands.count > 30)
      var local: [HelpedCommand] = []
      for command in commands {
        guard let example = command.example else {
          Issue.record("'\(command.words)' has no example")
          continue
        }
        #expect(example.hasPrefix("ferry"), "'\(command.words)' shows '\(example)'")
        switch command.words {
        case "ferry serve", "ferry demo": try await runAlone(command, example)
        case _ where CloudExample.isNeeded(for: command):
          try await CloudExample(command, example).run()
        case _: local.append(command)
        }
      }
      try await LocalExamples.with(in: home) { examples in
        for command in local { try await examples.run(command) }
      }
    }
  }

  /// Runs an example that goes on until it is ended, where no other service is.
  private func runAlone(_ command: HelpedCommand, _ example: String) async throws {
    try await FerryHome.with { home in
      let example = try home.localized(example)
      async let outcome = home.typed("\(example) >\"$HOME/said\"")
      let words = command.path.joined(separator: "\u{0}") + "\u{0}--"
      try await waitUntil("something from '\(example)'") { !home.lines(of: "said").isEmpty }
      for process in home.processes(words) { kill(process, SIGTERM) }
      let ended = try await outcome
      #expect(ended.status == 0, "'\(example)': \(ended.error)")
    }
  }
}
