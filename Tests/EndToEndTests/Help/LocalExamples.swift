import Foundation
import MigrationService
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// The examples that the local service is enough for: it has tasks of every kind, and there is an S3
/// store with the buckets that examples name.
struct LocalExamples {
  let home: FerryHome
  let store: ObjectServer

  /// The id that examples name.
  static let task = "179531974330200"
  private static let store = "https://s3.example.com"
  private static let keys = StorageKeys(
    accessKey: "EXAMPLEACCESS", secretKey: Secret("example-secret"))

  /// Runs `body` with a store beside the home.
  static func with(
    in home: FerryHome, _ body: (LocalExamples) async throws -> Void
  ) async throws {
    let root = home.directory.appending("store")
    for folder in ["photos/2024", "archive"] {
      try FileManager.default.createDirectory(
        atPath: root.pushing(FilePath(folder)).string, withIntermediateDirectories: true)
    }
    try Data("object".utf8).write(to: URL(filePath: root.string + "/photos/2024/a.jpg"))
    let store = try await ObjectServer.start(
      program: try await RcloneProgram.find(), root: root,
      directory: home.directory.appending("server"), keys: keys)
    do {
      try await body(LocalExamples(home: home, store: store))
    } catch {
      await store.stop()
      throw error
    }
    await store.stop()
  }

  /// Runs the example of a command, which is expected to do well.
  func run(_ command: HelpedCommand) async throws {
    var example = try home.localized(command.example ?? "")
      .replacing(Self.store, with: store.endpoint)
    if example.contains(Self.task) {
      example = example.replacing(Self.task, with: try await task(for: command))
    }
    if ["ferry", "ferry dashboard"].contains(command.words) {
      return try await runOnScreen(example)
    }
    let outcome = try await home.typed(
      example,
      environment: [
        "FERRY_SOURCE_AK": store.keys.accessKey,
        "FERRY_SOURCE_SK": store.keys.secretKey.reveal(),
        "FERRY_DESTINATION_AK": store.keys.accessKey,
        "FERRY_DESTINATION_SK": store.keys.secretKey.reveal(),
      ])
    #expect(outcome.status == 0, "'\(example)': \(outcome.error)")
    #expect(outcome.error.isEmpty, "'\(example)'")
    // Waiting is the only one that has nothing to say.
    #expect(outcome.output.isEmpty == (command.words == "ferry wait"), "'\(example)'")
  }

  private func runOnScreen(_ example: String) async throws {
    try home.note(example.split(separator: " ").dropFirst().map(String.init), [:])
    let environment = home.environment.merging(["PATH": try home.searchPath]) { $1 }
    try await TerminalSession.run(["/bin/sh", "-c", example], environment: environment) {
      terminal in
      try await terminal.waitFor(text: "LIVE")
      try await terminal.press("q")
      #expect(try await terminal.waitForEnd() == .exited(0), "'\(example)'")
    }
  }

  /// A task in a state in which the command can do something to it.
  private func task(for command: HelpedCommand) async throws -> String {
    if ["ferry wait", "ferry verify"].contains(command.words) { return try await home.move() }
    let id = try await home.runningTask()
    if command.words == "ferry start" {
      _ = try await home.ferry("stop", id, "--yes", "--wait")
    }
    return id
  }
}
