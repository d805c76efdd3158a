import FoundationEssentials

/// A JSON document before anything is known about its members.
///
/// Requests are read in two steps, because the API has a code of its own for a body that is no
/// JSON and one for each member that is wrong.
enum JSONValue: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? container.decode(Int64.self) {
      self = .integer(integer)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  /// The members of the object that `body` holds.
  ///
  /// - Throws: `OMS.0067` when it is no JSON, `OMS.0061` when it is no object.
  static func members(of body: Data) throws(ServiceError) -> [String: JSONValue] {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: body) else {
      throw ServiceError(.notJSON)
    }
    guard case .object(let members) = value else { throw ServiceError(.malformed) }
    return members
  }
}
