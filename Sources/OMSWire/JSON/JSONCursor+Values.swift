extension JSONCursor {
  /// Where the inside of a text is.
  struct RawText: Sendable {
    /// The bytes between the quotation marks.
    let range: Range<Int>
    /// Whether there is a backslash among them.
    let isEscaped: Bool
  }

  /// The name of a member.
  struct RawName: Sendable {
    /// The bytes between the quotation marks.
    let text: RawText
    /// The same as numbers; `nil` when there is a backslash among them, and when they are too many.
    let key: NameKey?
  }

  /// Goes behind the name whose quotation mark is next.
  mutating func name(_ bytes: [UInt8]) throws(WireProblem) -> RawName {
    let start = position + 1
    var place = start
    var key = NameKey()
    for word in NameKey.words {
      let end = min(place + NameKey.wordLength, bytes.count)
      var number: UInt64 = 0
      while place < end {
        let byte = bytes[place]
        if byte <= Self.lastSpecial, Self.isSpecial(byte) {
          guard byte == UInt8(ascii: "\"") else { return RawName(text: try text(bytes), key: nil) }
          move(to: place + 1)
          key.put(number, in: word)
          return RawName(text: RawText(range: start..<place, isEscaped: false), key: key)
        }
        number = NameKey.number(number, byte)
        place += 1
      }
      key.put(number, in: word)
    }
    return RawName(text: try text(bytes), key: nil)
  }

  /// Whether a byte is more than a part of a text.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }

  /// The last byte that is special; most letters come after it.
  private static var lastSpecial: UInt8 { UInt8(ascii: "\\") }

  /// Goes behind the text whose quotation mark is next.
  mutating func text(_ bytes: [UInt8]) throws(WireProblem) -> RawText {
    let start = position + 1
    var place = start
    var isEscaped = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte <= Self.lastSpecial, Self.isSpecial(byte) {
        if byte == UInt8(ascii: "\"") {
          move(to: place + 1)
          return RawText(range: start..<place, isEscaped: isEscaped)
        }
        guard byte == UInt8(ascii: "\\") else {
          move(to: place)
          throw problem("a control character in a text")
        }
        isEscaped = true
        place += 1
      }
      place += 1
    }
    move(to: bytes.count)
    throw problem("a text without an end")
  }

  /// Goes behind the `true` or `false` that is next.
  mutating func bool(_ bytes: [UInt8]) throws(WireProblem) -> Bool {
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try isTrue ? word("t", "r", "u", "e", bytes) : word("a", "l", "s", "e", bytes, from: 1)
    return isTrue
  }

  /// Goes behind the `null` that is next.
  mutating func null(_ bytes: [UInt8]) throws(WireProblem) { try word("n", "u", "l", "l", bytes) }

  /// Goes behind four letters, before which one more was seen if `start` is 1.
  private mutating func word(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar,
    _ fourth: Unicode.Scalar, _ bytes: [UInt8], from start: Int = 0
  ) throws(WireProblem) {
    let place = position + start
    guard place + 4 <= bytes.count else { throw problem("it ends too early") }
    guard bytes[place] == UInt8(ascii: first), bytes[place + 1] == UInt8(ascii: second),
      bytes[place + 2] == UInt8(ascii: third), bytes[place + 3] == UInt8(ascii: fourth)
    else { throw problem("a word that means nothing") }
    move(to: place + 4)
  }

  /// Goes behind the number that should be next.
  mutating func number(_ bytes: [UInt8]) throws(WireProblem) -> JSONNumber {
    let start = position
    var place = start
    var number = JSONNumber(isNegative: bytes[place] == UInt8(ascii: "-"))
    if number.isNegative { place += 1 }
    let whole = place
    number.takeDigits(bytes, &place)
    guard place > whole, place == whole + 1 || bytes[whole] != UInt8(ascii: "0") else {
      throw problem("no value")
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      let fraction = place
      number.takeDigits(bytes, &place)
      number.scale = fraction - place
      guard place > fraction else { throw problem("a fraction without digits") }
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      var exponent = JSONNumber(isNegative: false)
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
        exponent = JSONNumber(isNegative: true)
        place += 1
      } else if place < bytes.count, bytes[place] == UInt8(ascii: "+") {
        place += 1
      }
      let digits = place
      exponent.takeDigits(bytes, &place)
      guard place > digits else { throw problem("an exponent without digits") }
      number.raise(by: exponent)
    }
    move(to: place)
    number.range = start..<place
    return number
  }
}
