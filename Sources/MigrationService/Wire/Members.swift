import Migration
import OMSWire

/// The members of one object in a request, read strictly: a member of another type is an error,
/// a missing one and `null` are the same.
struct Members<Member: CaseIterable & Equatable & Sendable> {
  private let values: [String: JSONValue]
  private let names: MemberNames<Member>
  private let code: ServiceReason
  private let dialect: TaskDialect
  private let place: String

  /// The members of `values`.
  ///
  /// - Parameters:
  ///   - values: The object.
  ///   - names: What the members are called.
  ///   - code: What a wrong member is refused for; v2 has codes of its own for what is missing and for
  ///     what is of another type.
  ///   - dialect: Whose members they are.
  ///   - place: The object's own name, for messages; empty for the body.
  init(
    _ values: [String: JSONValue], _ names: MemberNames<Member>, code: ServiceReason,
    in dialect: TaskDialect, place: String = ""
  ) {
    self.values = values
    self.names = names
    self.code = code
    self.dialect = dialect
    self.place = place
  }

  /// The same members, whose wrong ones are answered with `code`.
  func answering(_ code: ServiceReason) -> Members {
    Members(values, names, code: code, in: dialect, place: place)
  }

  /// What the request calls a member, with the object's own name before it.
  func name(_ member: Member) -> String {
    let name = names.name(of: member)
    return place.isEmpty ? name : "\(place).\(name)"
  }

  /// The error for something wrong with a member.
  func problem(_ member: Member, _ what: String) -> ServiceError {
    ServiceError(code, "\(name(member)) \(what)")
  }

  /// The error for a member that is not there.
  func missing(_ member: Member) -> ServiceError {
    ServiceError(dialect.isFirst ? code : .parameterMissing, "\(name(member)) is missing")
  }

  /// The error for a member that is of another type than `wanted`.
  func mistyped(_ member: Member, _ wanted: String) -> ServiceError {
    ServiceError(dialect.isFirst ? code : .parameterType, "\(name(member)) must be \(wanted)")
  }

  /// Whether a member is there and not `null`.
  func has(_ member: Member) -> Bool { value(member) != .null }

  /// A member of any type; a missing one is `null`.
  func value(_ member: Member) -> JSONValue {
    values[names.name(of: member)] ?? .null
  }

  /// A text of at most `limit` characters without control characters, or `nil`.
  func text(_ member: Member, upTo limit: Int) throws(ServiceError) -> String? {
    switch value(member) {
    case .null: return nil
    case .text(let text):
      guard text.unicodeScalars.count <= limit else {
        throw problem(member, "is longer than \(limit) characters")
      }
      guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw problem(member, "holds control characters") }
      return text
    case .bool, .integer, .number, .list, .object: throw mistyped(member, "a string")
    }
  }

  /// A text that must be there and must not be empty.
  func requiredText(_ member: Member, upTo limit: Int) throws(ServiceError) -> String {
    guard let text = try text(member, upTo: limit), !text.isEmpty else {
      throw missing(member)
    }
    return text
  }

  /// A text that nobody may see, of at most `limit` characters, or `nil`; an empty one is none.
  func secret(_ member: Member, upTo limit: Int) throws(ServiceError) -> Secret? {
    switch value(member) {
    case .null: return nil
    case .text(let text):
      guard text.unicodeScalars.count <= limit else {
        throw problem(member, "is longer than \(limit) characters")
      }
      return text.isEmpty ? nil : Secret(text)
    case .bool, .integer, .number, .list, .object: throw mistyped(member, "a string")
    }
  }

  /// A whole number, or `nil`.
  func integer(_ member: Member) throws(ServiceError) -> Int64? {
    switch value(member) {
    case .null: return nil
    case .integer(let number): return number
    case .bool, .number, .text, .list, .object: throw mistyped(member, "a whole number")
    }
  }

  /// A truth value, or `nil`.
  func flag(_ member: Member) throws(ServiceError) -> Bool? {
    switch value(member) {
    case .null: return nil
    case .bool(let flag): return flag
    case .integer, .number, .text, .list, .object: throw mistyped(member, "true or false")
    }
  }

  /// An array, or `nil`.
  func array(_ member: Member) throws(ServiceError) -> [JSONValue]? {
    switch value(member) {
    case .null: return nil
    case .list(let array): return array
    case .bool, .integer, .number, .text, .object: throw mistyped(member, "an array")
    }
  }

  /// An object, whose wrong members are answered with `code`, or `nil`.
  func members<Inner>(
    _ member: Member, _ names: MemberNames<Inner>, code: ServiceReason
  ) throws(ServiceError) -> Members<Inner>? {
    switch value(member) {
    case .null: return nil
    case .object(let values):
      return Members<Inner>(values, names, code: code, in: dialect, place: name(member))
    case .bool, .integer, .number, .text, .list:
      throw answering(code).mistyped(member, "an object")
    }
  }
}
