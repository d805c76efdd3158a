import Foundation

extension FerryHome {
  /// Makes a task that runs for far longer than a test, and returns its id once it runs.
  func runningTask() async throws -> String {
    try FileManager.default.createDirectory(
      atPath: path("big"), withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: path("big/file")))
    try FileHandle(forWritingTo: URL(filePath: path("big/file"))).truncate(atOffset: 1 << 30)
    // The lowest limit that there is.
    let created = try await ferry(
      "create", "--from", "local:\(path("big"))", "--to", "local:\(path("moved"))",
      "--bandwidth", "5MiB")
    let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try await waitUntil("a running task") {
      try await ferry("show", id, "--output", "json").json(ListedTask.self).state == "running"
    }
    return id
  }
}

extension FerryHome {
  /// Writes a file of this home, and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }
}
