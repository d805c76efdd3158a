package import FoundationEssentials
package import Migration

/// A request and its answer, as the reference vectors have them.
package struct VectorFile: Decodable, Sendable {
  package struct Request: Decodable, Sendable {
    package var method: String
    package var path: String
    package var query: [String: String]?
    package var body: JSON?

    /// A request.
    package init(method: String, path: String, query: [String: String]? = nil, body: JSON? = nil) {
      self.method = method
      self.path = path
      self.query = query
      self.body = body
    }
  }

  package struct Response: Decodable, Sendable {
    package var status: Int
    package var headers: [String: String]?
    package var body: JSON?
    package var rawBody: String?

    /// An answer.
    package init(
      status: Int, headers: [String: String]? = nil, body: JSON? = nil, rawBody: String? = nil
    ) {
      self.status = status
      self.headers = headers
      self.body = body
      self.rawBody = rawBody
    }

    private enum CodingKeys: String, CodingKey {
      case status, headers, body
      case rawBody = "raw_body"
    }
  }

  package var name: String
  package var request: Request
  package var response: Response

  /// A vector.
  package init(name: String, request: Request, response: Response) {
    self.name = name
    self.request = request
    self.response = response
  }

  package static let project = "5b1c2d3e4f50617283940a1b2c3d4e5f"

  // By the place of this file, so that no bundle has to be found.
  package static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Tests/Vectors"

  package static func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
  }

  package static func v1(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: data("v1/\(name).json"))
  }

  package static func v2(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: data("v2/\(name).json"))
  }

  /// The names of all vectors of a version, `v1` or `v2`.
  package static func names(_ version: String) throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(version)")
    return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  /// The task id in the path.
  package var taskID: TaskID? {
    request.path.split(separator: "/").lazy.compactMap { TaskID(String($0)) }.first
  }
}
