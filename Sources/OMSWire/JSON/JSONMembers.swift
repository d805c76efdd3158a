/// The members of an object.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let object: JSONValueDecoder
  let codingPath: [any CodingKey]

  init(object: JSONValueDecoder) {
    self.object = object
    codingPath = object.codingPath
  }

  var allKeys: [Key] {
    var keys: [Key] = []
    let values = object.document.values
    var index = object.index + 1
    while index < values[object.index].next {
      if let key = object.document.text(index).flatMap(Key.init(stringValue:)) { keys.append(key) }
      index = values[index + 1].next
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try member(key).decode(type)
  }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try member(key).decode(type)
  }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try member(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).integer() }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try member(key).integer() }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try member(key).integer() }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try member(key).integer() }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try member(key).integer() }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try member(key).integer() }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try member(key).integer() }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try member(key).integer() }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try member(key).integer() }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try member(key).integer() }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try member(key).value(type)
  }

  // What follows is looked up once, and without a decoder of its own as long as it is what it should
  // be; the standard library would look three times.

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    guard let index = present(key) else { return nil }
    return try object.document.bool(index) ?? decoder(index, key).decode(type)
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    guard let index = present(key) else { return nil }
    return try object.document.text(index) ?? decoder(index, key).decode(type)
  }

  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    guard let index = present(key) else { return nil }
    return try object.document.double(index) ?? decoder(index, key).decode(type)
  }

  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    guard let index = present(key) else { return nil }
    return try object.document.integer(index) ?? decoder(index, key).integer()
  }

  func decodeIfPresent<Value: Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value? {
    guard let index = present(key) else { return nil }
    return try decoder(index, key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try member(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { object }

  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

  private func find(_ key: Key) -> Int? {
    object.document.member(key.stringValue, of: object.index)
  }

  private func member(_ key: Key) throws -> JSONValueDecoder {
    guard let index = find(key) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "it is missing"))
    }
    return decoder(index, key)
  }

  private func present(_ key: Key) -> Int? {
    guard let index = find(key), object.document.values[index].kind != .null else { return nil }
    return index
  }

  private func decoder(_ index: Int, _ key: Key) -> JSONValueDecoder {
    JSONValueDecoder(document: object.document, index: index, way: codingPath, key: key)
  }
}
