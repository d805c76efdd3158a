import Foundation
import Testing

/// An event as `--output json` has it, as far as tests look at it.
struct ToldEvent: Decodable, Equatable {
  struct Problem: Decodable, Equatable {
    var code: String?
    var message: String
  }

  var event: String
  var profile: String
  var id: Int64?
  var name: String?
  var state: String?
  var by: String?
  var error: Problem?
  var ended_at: String?
}

extension FerryHome {
  /// The lines of a file of this home, those that are whole.
  func lines(of name: String) -> [String] {
    let text = (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The events that a watch has printed as JSON into the file `name`.
  func events(in name: String) throws -> [ToldEvent] {
    try lines(of: name).map { try JSONDecoder().decode(ToldEvent.self, from: Data($0.utf8)) }
  }

  /// Moves a small directory, and waits until it has arrived.
  ///
  /// - Returns: The task's id.
  func move(_ source: String = "from") async throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(source), withIntermediateDirectories: true)
    try Data("object".utf8).write(to: URL(filePath: path(source) + "/object"))
    let created = try await ferry(
      "create", "--from", "local:\(path(source))", "--to", "local:\(path("to"))")
    let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let waited = try await ferry("wait", id)
    #expect(waited.status == 0, "\(waited.error)")
    return id
  }

  /// Moves again and again until a watch that was started before has told of it in `name`.
  func moveUntilSeen(in name: String) async throws {
    try await waitUntil("the watch looks") {
      _ = try await move()
      return lines(of: name).contains { $0.contains("started") || $0.contains("finished") }
    }
  }
}

extension V2Session {
  /// Starts a watch whose output goes to the file `log` of the home, and returns when it has looked
  /// at the tasks for the first time.
  func startWatch(_ arguments: [String], log: String) async throws {
    try await home.start(
      ["watch"] + arguments + address + ["--api", "v2"], log: log, environment: Self.keys)
    // The second look is asked for only once the first is answered.
    try await waitUntil("a second look") {
      await service.calls.count { $0 == "GET tasks" } > 1
    }
  }
}
