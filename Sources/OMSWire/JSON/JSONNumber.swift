/// A number as it is written: digits, and the power of ten that they are multiplied by.
struct JSONNumber: Sendable {
  /// Whether there is a minus before it.
  let isNegative: Bool
  /// The power of ten; 0 for a number that is written without fraction and exponent.
  var scale = 0
  /// Its bytes.
  var range = 0..<0
  private var digits: UInt64 = 0
  private var digitCount = 0

  /// A number without digits so far.
  init(isNegative: Bool) { self.isNegative = isNegative }

  /// Goes behind all digits at `place`.
  mutating func takeDigits(_ bytes: [UInt8], _ place: inout Int) {
    let start = place
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      digits = digits &* 10 &+ UInt64(digit)
      place += 1
    }
    digitCount += place - start
  }

  /// Multiplies by ten to the power of `exponent`.
  mutating func raise(by exponent: JSONNumber) {
    // What lies beyond is read by its text.
    let power = exponent.isExact && exponent.digits < 10_000 ? Int(exponent.digits) : 10_000
    scale += exponent.isNegative ? -power : power
  }

  /// Whether all digits are known, and not only the last ones.
  private var isExact: Bool { digitCount <= 19 }

  /// The number when it is whole, fits and is written without fraction and exponent.
  var integer: Int64? {
    guard scale == 0, isExact else { return nil }
    return isNegative ? Int64(exactly: -Int128(digits)) : Int64(exactly: digits)
  }

  /// The number when it is a quotient or product of two exact ones, and so correctly rounded.
  var quickDouble: Double? {
    guard isExact, digits <= 1 << 53, abs(scale) < Self.powers.count else { return nil }
    let power = Self.powers[abs(scale)]
    let value = scale < 0 ? Double(digits) / power : Double(digits) * power
    return isNegative ? -value : value
  }

  /// The powers of ten that a Double has exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
