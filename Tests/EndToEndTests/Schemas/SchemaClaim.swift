import Foundation
import Subprocess
import SystemPackage
import Testing

/// That an output is as one of the project's JSON Schemas says.
struct SchemaClaim: Encodable {
  /// The schema's name, as its file has it.
  var schema: String
  /// What has printed it.
  var origin: String
  /// What was printed.
  var output: String

  private static let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent().removingLastComponent()

  private static let folder = root.appending("Documents").appending("schemas")

  /// The names of all schemas.
  static var schemas: Set<String> {
    get throws {
      let ending = ".schema.json"
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.string)
      return Set(files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) })
    }
  }

  /// Makes sure that all claims hold, by the validator of the environment that `make test` installs.
  static func check(
    _ claims: [SchemaClaim], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let encoder = JSONEncoder()
    let lines = try claims.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let result = try await Subprocess.run(
      .path(root.pushing(".tools/sdk/bin/python")),
      arguments: [root.pushing("Tests/Agreement/schemas.py").string, folder.string],
      input: .string(lines.joined()), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 16))
    #expect(
      result.terminationStatus.isSuccess, "\(result.standardError)", sourceLocation: sourceLocation
    )
    for line in result.standardOutput.split(separator: "\n") {
      Issue.record("\(line)", sourceLocation: sourceLocation)
    }
  }
}
