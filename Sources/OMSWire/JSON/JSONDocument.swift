/// A JSON text that has been looked through once: its values in the order in which they stand.
final class JSONDocument: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// All values; an object or list stands before what it holds, a member's name before its value.
  let values: [Value]

  /// One value, by its place in the text.
  package struct Value: Sendable {
    enum Kind: UInt8, Sendable {
      case null, yes, no, number, string, list, object
    }

    package let kind: Kind
    /// Whether a string has a backslash in it.
    var isEscaped = false
    /// What tells most strings apart at a glance.
    var hash: UInt32 = 0
    /// The first byte; of a string the one after the quotation mark.
    let start: Int
    /// The byte after the last; of a string the closing quotation mark.
    var end: Int
    /// The index of the first value after this one and all that it holds.
    var next: Int
  }

  init(bytes: [UInt8], values: [Value]) {
    self.bytes = bytes
    self.values = values
  }

  /// The text of a string, or `nil` when the value is none.
  package func text(_ index: Int) -> String? {
    let value = values[index]
    guard value.kind == .string else { return nil }
    let bytes = bytes[value.start..<value.end]
    return value.isEscaped
      ? String(decoding: JSONEscapes.resolved(bytes), as: UTF8.self)
      : String(decoding: bytes, as: UTF8.self)
  }

  /// What `true` and `false` say, or `nil` when the value is neither.
  func bool(_ index: Int) -> Bool? {
    switch values[index].kind {
    case .yes: true
    case .no: false
    case .null, .number, .string, .list, .object: nil
    }
  }

  /// A whole number, or `nil` when the value has a fraction or is none of `Number`.
  package func integer<Number: FixedWidthInteger>(_ index: Int) -> Number? {
    let value = values[index]
    guard value.kind == .number else { return nil }
    let isNegative = bytes[value.start] == UInt8(ascii: "-")
    var number: Number = 0
    for position in (isNegative ? value.start + 1 : value.start)..<value.end {
      guard let digit = Number(exactly: bytes[position] &- UInt8(ascii: "0")), digit < 10 else {
        return double(index).flatMap(Number.init(exactly:))
      }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooFar) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !isTooLarge, !isTooFar else { return nil }
      number = sum
    }
    return number
  }

  /// A number, or `nil` when the value is none or too large.
  func double(_ index: Int) -> Double? {
    let value = values[index]
    guard value.kind == .number else { return nil }
    return Double(String(decoding: bytes[value.start..<value.end], as: UTF8.self)).flatMap {
      $0.isFinite ? $0 : nil
    }
  }

  /// The index of the value of the member `name` of the object at `index`, or `nil`.
  func member(_ name: String, of index: Int) -> Int? {
    var name = name
    return name.withUTF8 { name in
      let hash = Self.hash(name)
      let end = values[index].next
      var key = index + 1
      while key < end {
        let value = key + 1
        // The hash is that of the text as it is written, escapes and all.
        if values[key].isEscaped || values[key].hash == hash, isString(key, name) { return value }
        key = values[value].next
      }
      return nil
    }
  }

  /// What ``Value/hash`` is for these bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  private func isString(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = values[index]
    guard !value.isEscaped else { return text(index)?.utf8.elementsEqual(name) ?? false }
    guard value.end - value.start == name.count else { return false }
    return name.indices.allSatisfy { name[$0] == bytes[value.start + $0] }
  }
}
