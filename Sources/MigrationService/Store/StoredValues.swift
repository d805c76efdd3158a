import FoundationEssentials
import Migration

/// Values that stand as JSON in one column.
enum JSONText {
  /// The JSON of `value`.
  static func text(of value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  /// The value whose JSON is `text`.
  static func value<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// The list whose JSON is `text`; most lists of a task are empty.
  static func list<Value: Decodable>(_ text: String) throws -> [Value] {
    text == "[]" ? [] : try value(text)
  }
}

extension Date {
  /// The instant so many milliseconds after 1970 began.
  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Milliseconds since 1970 began.
  var milliseconds: Int64 { Int64(saturating: timeIntervalSince1970 * 1000) }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int64 { Int64(saturating: self / .milliseconds(1)) }
}
