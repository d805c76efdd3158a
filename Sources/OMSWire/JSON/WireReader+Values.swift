extension WireReader {
  /// A text.
  package mutating func text() throws(WireProblem) -> String? {
    guard try isNext(.text) else { return nil }
    let text = try cursor.text(bytes)
    return try string(text)
  }

  /// A text that says something; an empty one is as good as none.
  package mutating func words() throws(WireProblem) -> String? {
    guard let text = try text(), !text.isEmpty else { return nil }
    return text
  }

  /// `true` or `false`.
  package mutating func bool() throws(WireProblem) -> Bool? {
    guard try isNext(.bool) else { return nil }
    return try cursor.bool(bytes)
  }

  /// A whole number, also when it is written as a text or with a fraction, which is rounded.
  package mutating func integer() throws(WireProblem) -> Int64? {
    let kind = try kind()
    let start = cursor.position
    let number: Int64?
    switch kind {
    case .number:
      let written = try cursor.number(bytes)
      number = integer(written)
    case .text:
      guard let words = try words() else { return nil }
      number = Int64(words)
    case .null, .bool, .list, .object: return try isNext(.number) ? 0 : nil
    }
    if number == nil { tell(kind, at: start) }
    return number
  }

  /// A number of things or bytes: never negative, 0 when it is missing.
  package mutating func count() throws(WireProblem) -> Int64 { max(try integer() ?? 0, 0) }

  /// A number, also when it is written as a text; `nil` when it is beyond all bounds.
  package mutating func double() throws(WireProblem) -> Double? {
    let kind = try kind()
    let start = cursor.position
    let number: Double?
    switch kind {
    case .number:
      let written = try cursor.number(bytes)
      number = double(written)
    case .text:
      guard let words = try words() else { return nil }
      number = Double(words)
    case .null, .bool, .list, .object: return try isNext(.number) ? 0 : nil
    }
    guard let number, number.isFinite else {
      tell(kind, at: start)
      return nil
    }
    return number
  }

  /// A part of a whole, 0 to 1; 0 when it is missing.
  package mutating func part() throws(WireProblem) -> Double { min(max(try double() ?? 0, 0), 1) }

  /// The next value as `read` makes it, or what it was the last time when the same bytes say it again.
  ///
  /// Neighbours in a list have much in common; what they share is then read, and kept, once.
  mutating func repeating<Value>(
    _ last: inout Repetition<Value>,
    _ read: (inout WireReader) throws(WireProblem) -> Value?
  ) throws(WireProblem) -> Value? {
    let kind = try kind()
    if let value = last.value, cursor.passRepetition(of: last.range, bytes) { return value }
    let (start, told) = (cursor.position, oddityCount)
    let value = try read(&self)
    // What was told must be told again, and the end of a number is not in its bytes.
    if told == oddityCount, kind != .number {
      last = Repetition(range: start..<cursor.position, value: value)
    }
    return value
  }

  /// The last value of a member, and where it was read.
  struct Repetition<Value> {
    fileprivate var range = 0..<0
    fileprivate var value: Value?

    /// Nothing so far.
    init() {}

    fileprivate init(range: Range<Int>, value: Value?) {
      self.range = range
      self.value = value
    }
  }

  /// A number, whole or not.
  ///
  /// - Throws: ``WireProblem`` when it is beyond all bounds.
  mutating func number() throws(WireProblem) -> JSONValue {
    let number = try cursor.number(bytes)
    if let integer = number.integer { return .integer(integer) }
    guard let value = double(number), value.isFinite else {
      throw WireProblem(.notJSON("a number beyond all bounds"), at: number.range.lowerBound)
    }
    // Digits that do not fit stand for another number than the nearest one that does.
    let integer = number.scale == 0 ? nil : Int64(exactly: value)
    return integer.map(JSONValue.integer) ?? .number(value)
  }

  /// The text at a place of the bytes.
  func string(_ raw: JSONCursor.RawText) throws(WireProblem) -> String {
    if manner == .tolerant { return TextEscapes.text(of: raw, in: bytes) }
    guard let text = TextEscapes.exactText(of: raw, in: bytes) else {
      throw WireProblem(.notJSON("a text that has no meaning"), at: raw.range.lowerBound)
    }
    return text
  }

  private func integer(_ number: JSONNumber) -> Int64? {
    number.integer ?? double(number).flatMap { Int64(exactly: $0.rounded()) }
  }

  private func double(_ number: JSONNumber) -> Double? {
    number.quickDouble ?? Double(String(decoding: bytes[number.range], as: UTF8.self))
  }
}
