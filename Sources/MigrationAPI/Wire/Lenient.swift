/// A value of a list that may be unreadable without hiding its neighbours.
struct Lenient<Value: Decodable>: Decodable {
  let result: Result<Value, any Error>

  init(from decoder: any Decoder) {
    result = Result { try Value(from: decoder) }
  }
}

extension KeyedDecodingContainer {
  /// The value of `key`, or `nil` when it is missing, null or of another type: answers of services
  /// differ in these, and no one member is worth a task.
  func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    // `try?` also flattens the `nil` of a missing member.
    try? decodeIfPresent(type, forKey: key)
  }

  /// The same, of the type that the context wants.
  func lenient<Value: Decodable>(_ key: Key) -> Value? { lenient(Value.self, key) }

  /// A whole number, also when it is written as text or with a fraction.
  func integer(_ key: Key) -> Int64? {
    if let number = lenient(Int64.self, key) { return number }
    if let text = lenient(String.self, key) { return Int64(text) }
    return lenient(Double.self, key).flatMap { Int64(exactly: $0.rounded()) }
  }

  /// A text; a missing one is empty.
  func text(_ key: Key) -> String { lenient(key) ?? "" }
}
