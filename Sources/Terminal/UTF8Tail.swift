/// The end of a piece of UTF-8 that may be continued.
enum UTF8Tail {
  /// The number of bytes, 0 to 3, at the end of `bytes` that begin a character without ending it.
  static func unfinished(_ bytes: [UInt8]) -> Int {
    for (count, byte) in zip(1...3, bytes.reversed()) where byte & 0b1100_0000 != 0b1000_0000 {
      return length(lead: byte) > count ? count : 0
    }
    return 0
  }

  /// The number of bytes in the character that begins with `lead`; 1 for what begins none.
  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
