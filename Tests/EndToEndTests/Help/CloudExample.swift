import Foundation
import TestSupport
import Testing

/// An example that wants a service of v2, with one of everything that examples name.
struct CloudExample {
  private let command: HelpedCommand
  private let example: String

  private static let group = "9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61"
  private static let sync = "0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60"

  init(_ command: HelpedCommand, _ example: String) {
    self.command = command
    self.example = example
  }

  /// Whether a command is about what only v2 has, or wants tasks that change by themselves.
  static func isNeeded(for command: HelpedCommand) -> Bool {
    command.path.count > 1 && ["group", "sync", "buckets", "watch"].contains(command.path[1])
  }

  /// Runs the example, which is expected to do well.
  func run() async throws {
    let verb = command.path.last
    let status = verb == "start" ? 3 : verb == "retry" ? 5 : 2
    try await V2Session.with(
      groups: [ServedGroup(Self.group, "years", status: status)],
      syncs: [
        ServedSync(
          Self.sync, from: "photos", status: verb == "start" ? "STOPPED" : "SYNCHRONIZING")
      ],
      contents: ["photos": ["2024/a.jpg": 1], "archive": [:]]
    ) { session in
      try session.makeDefault()
      if verb == "watch" { return try await watch(session) }
      let outcome = try await session.home.typed(example, environment: V2Session.keys)
      #expect(outcome.status == 0, "'\(example)': \(outcome.error)")
      #expect(!outcome.output.isEmpty && outcome.error.isEmpty, "'\(example)': \(outcome.error)")
    }
  }

  /// A watch goes on until it is ended; what it does to an event is seen by what its command does.
  private func watch(_ session: V2Session) async throws {
    let home = session.home
    let program = home.path("bin/mail")
    try FileManager.default.createDirectory(
      atPath: home.path("bin"), withIntermediateDirectories: true)
    try Data("#!/bin/sh\necho \"$*\" >>\"$HOME/sent\"\n".utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    async let outcome = home.typed(example, environment: V2Session.keys)
    try await waitUntil("a second look") {
      await session.service.calls.count { $0 == "GET tasks" } > 1
    }
    await session.service.add(ServedTask(102, "photos", status: 4))
    try await waitUntil("a mail") { !home.lines(of: "sent").isEmpty }
    for process in home.processes("ferry\u{0}watch") { kill(process, SIGTERM) }
    let ended = try await outcome
    #expect([128 + SIGTERM, -SIGTERM].contains(ended.status), "'\(example)': \(ended.error)")
    #expect(home.lines(of: "sent").first?.contains("failed    102  photos") == true)
  }
}
