extension KeyedDecodingContainer {
  /// The value of `key`, or `nil` when it is missing, null or of another type: answers of services
  /// differ in these, and no one member is worth a task.
  package func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    // `try?` also flattens the `nil` of a missing member.
    try? decodeIfPresent(type, forKey: key)
  }

  // The usual types by themselves: a decoder has a short way for them.

  package func lenient(_ type: String.Type, _ key: Key) -> String? {
    try? decodeIfPresent(type, forKey: key)
  }
  package func lenient(_ type: Bool.Type, _ key: Key) -> Bool? {
    try? decodeIfPresent(type, forKey: key)
  }
  package func lenient(_ type: Double.Type, _ key: Key) -> Double? {
    try? decodeIfPresent(type, forKey: key)
  }
  package func lenient(_ key: Key) -> String? { lenient(String.self, key) }
  package func lenient(_ key: Key) -> Bool? { lenient(Bool.self, key) }

  /// The same, of the type that the context wants.
  package func lenient<Value: Decodable>(_ key: Key) -> Value? { lenient(Value.self, key) }

  /// A whole number, also when it is written as text or with a fraction.
  package func integer(_ key: Key) -> Int64? {
    do {
      return try decodeIfPresent(Int64.self, forKey: key)
    } catch {
      if let text = lenient(String.self, key) { return Int64(text) }
      return lenient(Double.self, key).flatMap { Int64(exactly: $0.rounded()) }
    }
  }

  /// A number of things or bytes: never negative, 0 when it is missing.
  func count(_ key: Key) -> Int64 { max(integer(key) ?? 0, 0) }

  /// A part of a whole, 0 to 1, also when it is written as text; 0 when it is missing.
  func part(_ key: Key) -> Double {
    let number = lenient(Double.self, key) ?? lenient(String.self, key).flatMap(Double.init)
    guard let number, number.isFinite else { return 0 }
    return min(max(number, 0), 1)
  }

  /// A text; a missing one is empty.
  package func text(_ key: Key) -> String { lenient(key) ?? "" }

  /// A text that says something; an empty one is as good as none.
  func words(_ key: Key) -> String? {
    lenient(String.self, key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An object's members, or `nil` when it is missing or something else.
  func members<Keys: CodingKey>(
    _ type: Keys.Type, _ key: Key
  ) -> KeyedDecodingContainer<Keys>? {
    try? nestedContainer(keyedBy: type, forKey: key)
  }
}
