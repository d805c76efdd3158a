package import SystemPackage
import Foundation

/// A directory of a test's own, short enough for the path of a Unix socket; gone afterwards.
package struct TemporaryDirectory: Sendable {
  /// The directory.
  package let path: FilePath

  /// Makes a directory, runs `body`, and removes the directory whichever way `body` ends.
  package static func with<Value>(
    _ body: (TemporaryDirectory) throws -> Value
  ) throws -> Value {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    return try body(directory)
  }

  /// The same for a `body` that waits.
  package static func with<Value>(
    _ body: (TemporaryDirectory) async throws -> Value
  ) async throws -> Value {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    return try await body(directory)
  }

  /// Writes a text file, and the directories above it.
  package func write(_ text: String, to relativePath: String) throws {
    let file = URL(filePath: path.string).appending(path: relativePath)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private init() throws {
    let name = "ferry-\(UUID().uuidString.prefix(8).lowercased())"
    path = FilePath(FileManager.default.temporaryDirectory.path(percentEncoded: false))
      .appending(name)
    try FileManager.default.createDirectory(
      atPath: path.string, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
  }

  private func remove() {
    try? FileManager.default.removeItem(atPath: path.string)
  }
}
