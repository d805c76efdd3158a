import Foundation
import Testing

/// The task groups of a home, as people type what is to become of them.
struct GroupBench {
  let home: FerryHome

  /// A group as `--output json` has it, as far as tests look at it.
  struct Group: Decodable {
    var id: String
    var state: String
    var total_tasks: Int64
    var succeeded_tasks: Int64
    var stopped_tasks: Int64
    var failed_tasks: Int64
    var succeeded_objects: Int64
  }

  /// Runs `ferry` by the version of the API that has groups.
  func ferry(_ words: String...) async throws -> FerryHome.Outcome {
    try await home.ferry(words + ["--api", "v2"])
  }

  /// Runs a command that must succeed.
  @discardableResult
  func must(_ words: [String]) async throws -> FerryHome.Outcome {
    let outcome = try await home.ferry(words + ["--api", "v2"])
    try #require(outcome.status == 0, "\(words.prefix(3)): \(outcome.error)")
    return outcome
  }

  /// Creates a group that copies the home's `from` to its `to`.
  func create(from: String = "from", to: String = "to", _ more: [String]) async throws -> String {
    let places = ["--from", "local:\(home.path(from))", "--to", "local:\(home.path(to))"]
    return try await must(["group", "create"] + places + more).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The group as it is now.
  func show(_ id: String) async throws -> Group {
    try await must(["group", "show", id, "--output", "json"]).json(Group.self)
  }

  /// Waits until a group is in that state, and returns it.
  func wait(_ id: String, for state: String) async throws -> Group {
    var group = try await show(id)
    try await waitUntil("group \(id) is \(state)", within: .seconds(600)) {
      group = try await show(id)
      return group.state == state
    }
    return group
  }
}
