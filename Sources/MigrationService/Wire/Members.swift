/// The members of one object in a request, read strictly: a member of another type is an error,
/// a missing one and `null` are the same.
struct Members {
  private let values: [String: JSONValue]
  private let code: ErrorCode
  private let place: String

  /// The members of `values`.
  ///
  /// - Parameters:
  ///   - values: The object.
  ///   - code: The code that a wrong member is answered with.
  ///   - place: The object's own name, for messages; empty for the body.
  init(_ values: [String: JSONValue], code: ErrorCode, place: String = "") {
    self.values = values
    self.code = code
    self.place = place
  }

  /// The error for something wrong with a member.
  func problem(_ name: String, _ what: String) -> ServiceError {
    ServiceError(code, "\(place.isEmpty ? name : "\(place).\(name)") \(what)")
  }

  /// Whether a member is there and not `null`.
  func has(_ name: String) -> Bool { value(name) != .null }

  /// A member of any type; a missing one is `null`.
  func value(_ name: String) -> JSONValue { values[name] ?? .null }

  /// A text of at most `limit` characters without control characters, or `nil`.
  func text(_ name: String, upTo limit: Int) throws(ServiceError) -> String? {
    switch value(name) {
    case .null: return nil
    case .text(let text):
      guard text.unicodeScalars.count <= limit else {
        throw problem(name, "is longer than \(limit) characters")
      }
      guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw problem(name, "holds control characters") }
      return text
    case .bool, .integer, .number, .array, .object: throw problem(name, "must be a string")
    }
  }

  /// A text that must be there and must not be empty.
  func requiredText(_ name: String, upTo limit: Int) throws(ServiceError) -> String {
    guard let text = try text(name, upTo: limit), !text.isEmpty else {
      throw problem(name, "is missing")
    }
    return text
  }

  /// A whole number, or `nil`.
  func integer(_ name: String) throws(ServiceError) -> Int64? {
    switch value(name) {
    case .null: return nil
    case .integer(let number): return number
    case .bool, .number, .text, .array, .object: throw problem(name, "must be a whole number")
    }
  }

  /// A truth value, or `nil`.
  func flag(_ name: String) throws(ServiceError) -> Bool? {
    switch value(name) {
    case .null: return nil
    case .bool(let flag): return flag
    case .integer, .number, .text, .array, .object: throw problem(name, "must be true or false")
    }
  }

  /// An array, or `nil`.
  func array(_ name: String) throws(ServiceError) -> [JSONValue]? {
    switch value(name) {
    case .null: return nil
    case .array(let array): return array
    case .bool, .integer, .number, .text, .object: throw problem(name, "must be an array")
    }
  }

  /// An object, whose wrong members are answered with `code`, or `nil`.
  func members(_ name: String, code: ErrorCode) throws(ServiceError) -> Members? {
    switch value(name) {
    case .null: return nil
    case .object(let values): return Members(values, code: code, place: name)
    case .bool, .integer, .number, .text, .array:
      throw ServiceError(code, "\(name) must be an object")
    }
  }
}
