/// The elements of a list, one after the other.
struct JSONElements: UnkeyedDecodingContainer {
  let codingPath: [any CodingKey]
  private(set) var currentIndex = 0
  private let list: JSONValueDecoder
  private var index: Int

  init(list: JSONValueDecoder) {
    self.list = list
    codingPath = list.codingPath
    index = list.index + 1
  }

  /// The place of an element, for errors.
  private struct Place: CodingKey {
    let intValue: Int?
    var stringValue: String { String(intValue ?? 0) }

    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }

  var isAtEnd: Bool { index >= list.document.values[list.index].next }

  var count: Int? {
    var count = 0
    var index = list.index + 1
    while index < list.document.values[list.index].next {
      count += 1
      index = list.document.values[index].next
    }
    return count
  }

  mutating func decodeNil() throws -> Bool {
    guard try element().decodeNil() else { return false }
    advance()
    return true
  }

  package mutating func decode(_ type: Bool.Type) throws -> Bool {
    try take { try $0.decode(type) }
  }
  package mutating func decode(_ type: String.Type) throws -> String {
    try take { try $0.decode(type) }
  }
  package mutating func decode(_ type: Double.Type) throws -> Double {
    try take { try $0.decode(type) }
  }
  package mutating func decode(_ type: Float.Type) throws -> Float {
    try take { try $0.decode(type) }
  }
  package mutating func decode(_ type: Int.Type) throws -> Int { try take { try $0.integer() } }
  package mutating func decode(_ type: Int8.Type) throws -> Int8 { try take { try $0.integer() } }
  package mutating func decode(_ type: Int16.Type) throws -> Int16 { try take { try $0.integer() } }
  package mutating func decode(_ type: Int32.Type) throws -> Int32 { try take { try $0.integer() } }
  package mutating func decode(_ type: Int64.Type) throws -> Int64 { try take { try $0.integer() } }
  package mutating func decode(_ type: UInt.Type) throws -> UInt { try take { try $0.integer() } }
  package mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try take { try $0.integer() } }
  package mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
    try take { try $0.integer() }
  }
  package mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
    try take { try $0.integer() }
  }
  package mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
    try take { try $0.integer() }
  }
  package mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try take { try $0.value(type) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try take { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try take { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try take { $0 } }

  private func element() throws -> JSONValueDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: codingPath, debugDescription: "the list is too short"))
    }
    return JSONValueDecoder(
      document: list.document, index: index, way: codingPath, key: Place(intValue: currentIndex))
  }

  /// Reads the next element; one that cannot be read stays the next.
  private mutating func take<Value>(_ read: (JSONValueDecoder) throws -> Value) throws -> Value {
    let value = try read(try element())
    advance()
    return value
  }

  private mutating func advance() {
    index = list.document.values[index].next
    currentIndex += 1
  }
}
