import Foundation
import SystemPackage

extension FerryHome {
  /// Runs a line as it is typed into a shell that finds `ferry`, and the programs of the folder `bin` of
  /// this home.
  func typed(
    _ line: String, environment more: [String: String] = [:]
  ) async throws -> Outcome {
    try note(line.split(separator: " ").dropFirst().map(String.init), more)
    return try await shell(line, [], environment: more.merging(["PATH": try searchPath]) { $1 })
  }

  /// Where a shell looks for programs.
  var searchPath: String {
    get throws {
      let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      return "\(try Self.program.removingLastComponent()):\(path("bin")):\(inherited)"
    }
  }

  /// `example` with this home's own in the places of the paths and the port that examples name; what
  /// it names is made.
  func localized(_ example: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path("photos"), withIntermediateDirectories: true)
    try Data("object".utf8).write(to: URL(filePath: path("photos") + "/a.jpg"))
    try Data("AK:SK:p\n".utf8).write(to: URL(filePath: path("keys")))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("keys"))
    return example.replacing("/srv/", with: directory.string + "/")
      .replacing(":8080", with: ":0")
  }
}
