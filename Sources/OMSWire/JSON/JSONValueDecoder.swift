/// One value of a document, to be decoded.
struct JSONValueDecoder: Decoder {
  let document: JSONDocument
  let index: Int
  /// The way to the object or list that holds it.
  var way: [any CodingKey] = []
  /// Its name or place there; `nil` for the whole document.
  var key: (any CodingKey)?

  // Put together when it is asked for: most values are read without a fault.
  var codingPath: [any CodingKey] { key.map { way + [$0] } ?? way }

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  package var kind: JSONDocument.Value.Kind { document.values[index].kind }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard kind == .object else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(JSONMembers(object: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard kind == .list else { throw mismatch([Any].self) }
    return JSONElements(list: self)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// The error for a value that is of another type than it should be.
  func mismatch(_ type: Any.Type) -> DecodingError {
    let context = DecodingError.Context(codingPath: codingPath, debugDescription: "it is \(kind)")
    return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  /// The value as it was read, or the error for a value of another type.
  func checked<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw mismatch(Value.self) }
    return value
  }

  /// A whole number.
  package func integer<Number: FixedWidthInteger>() throws -> Number {
    try checked(document.integer(index))
  }

  /// A value of a type that reads itself.
  func value<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { kind == .null }

  package func decode(_ type: Bool.Type) throws -> Bool { try checked(document.bool(index)) }
  package func decode(_ type: String.Type) throws -> String { try checked(document.text(index)) }
  package func decode(_ type: Double.Type) throws -> Double { try checked(document.double(index)) }
  package func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  package func decode(_ type: Int.Type) throws -> Int { try integer() }
  package func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  package func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  package func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  package func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  package func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  package func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  package func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  package func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  package func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
  package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}
