import FoundationEssentials

@testable import Migration

/// A request and its answer, as the reference vectors have them.
struct VectorFile: Decodable, Sendable {
  struct Request: Decodable, Sendable {
    var method: String
    var path: String
    var query: [String: String]?
    var body: JSON?
  }

  struct Response: Decodable, Sendable {
    var status: Int
    var headers: [String: String]?
    var body: JSON?
    var rawBody: String?

    private enum CodingKeys: String, CodingKey {
      case status, headers, body
      case rawBody = "raw_body"
    }
  }

  var name: String
  var request: Request
  var response: Response

  static let project = "5b1c2d3e4f50617283940a1b2c3d4e5f"

  // Beside this file, so that no bundle has to be found.
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Vectors"

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
  }

  static func v1(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: data("v1/\(name).json"))
  }

  static func v2(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: data("v2/\(name).json"))
  }

  /// The names of all vectors of a version, `v1` or `v2`.
  static func names(_ version: String) throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(version)")
    return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  /// The task id in the path.
  var taskID: TaskID? {
    request.path.split(separator: "/").lazy.compactMap { TaskID(String($0)) }.first
  }
}
