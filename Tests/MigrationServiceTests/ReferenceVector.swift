import Foundation
import TestSupport
import Testing

/// An example of the reference.
struct ReferenceVector: Decodable, Sendable, CustomTestStringConvertible {
  struct Request: Decodable, Sendable {
    let method: String
    let path: String
    let query: [String: String]?
    let body: JSON?
    let raw_body: String?
  }

  struct Response: Decodable, Sendable {
    let status: Int
    let body: JSON?
  }

  let name: String
  let request: Request
  let response: Response

  var testDescription: String { name }

  /// The path with the query.
  var target: String {
    guard let query = request.query else { return request.path }
    return request.path + "?" + query.map { "\($0)=\($1)" }.sorted().joined(separator: "&")
  }

  /// The bytes of the body, with a stored task's id in place of the example's.
  func body() throws -> String? {
    if let raw = request.raw_body { return raw }
    guard let body = request.body else { return nil }
    return String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
  }

  /// The examples of a version that go by these names.
  static func all(_ version: String, _ names: [String]) -> [ReferenceVector] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Vectors/\(version)")
    do {
      return try names.map { name in
        try JSONDecoder().decode(
          ReferenceVector.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
      }
    } catch {
      Issue.record("the vectors cannot be read: \(error)")
      return []
    }
  }
}

extension JSON {
  /// The names of the members that this has.
  var memberNames: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }
}
