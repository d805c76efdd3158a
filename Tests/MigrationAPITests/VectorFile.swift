import FoundationEssentials

@testable import MigrationAPI

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

  static func data(_ path: String) throws -> Data {
    // Beside this file, so that no bundle has to be found.
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try Data(contentsOf: URL(filePath: "/\(folder)/Vectors/\(path)"))
  }

  static func v1(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: data("v1/\(name).json"))
  }

  /// The task id in the path.
  var taskID: TaskID? { request.path.split(separator: "/").last.flatMap { TaskID(String($0)) } }
}

/// Any JSON, to compare bodies by what they say rather than how they are written.
enum JSON: Equatable, Codable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  subscript(_ member: String) -> JSON? {
    if case .object(let members) = self { members[member] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
}
