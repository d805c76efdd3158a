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
    /// The same as a number, unless there is a backslash among them.
    let key: NameKey
  }

  /// Goes behind the name whose quotation mark is next.
  mutating func name(_ bytes: [UInt8]) throws(WireProblem) -> RawName {
    let start = position + 1
    var place = start
    var key = NameKey()
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        move(to: place + 1)
        return RawName(text: RawText(range: start..<place, isEscaped: false), key: key)
      }
      guard byte != UInt8(ascii: "\\"), byte >= 0x20 else { break }
      key.append(byte)
      place += 1
    }
    return RawName(text: try text(bytes), key: key)
  }

  /// Goes behind the text whose quotation mark is next.
  mutating func text(_ bytes: [UInt8]) throws(WireProblem) -> RawText {
    let start = position + 1
    var place = start
    var isEscaped = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        move(to: place + 1)
        return RawText(range: start..<place, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        place += 1
      } else if byte < 0x20 {
        move(to: place)
        throw problem("a control character in a text")
      }
      place += 1
    }
    move(to: bytes.count)
    throw problem("a text without an end")
  }

  /// Goes behind the `true` or `false` that is next.
  mutating func bool(_ bytes: [UInt8]) throws(WireProblem) -> Bool {
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try word(isTrue ? Self.yes : Self.no, bytes)
    return isTrue
  }

  /// Goes behind the `null` that is next.
  mutating func null(_ bytes: [UInt8]) throws(WireProblem) { try word(Self.none, bytes) }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)
  private static let none = Array("null".utf8)

  private mutating func word(_ word: [UInt8], _ bytes: [UInt8]) throws(WireProblem) {
    guard position + word.count <= bytes.count else { throw problem("it ends too early") }
    for offset in word.indices where bytes[position + offset] != word[offset] {
      throw problem("a word that means nothing")
    }
    move(to: position + word.count)
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
