/// Writes small numbers in few bytes, and texts with their length in front.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Seven bits a byte, the lowest first.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of either sign; small ones of both take one byte.
  mutating func number(_ value: Int64) {
    number(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// A number with all its bits.
  mutating func number(_ value: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func texts(_ texts: [String]) {
    number(UInt64(texts.count))
    for one in texts { text(one) }
  }

  mutating func duration(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    number(seconds)
    number(attoseconds / Self.millisecond)
    number(attoseconds % Self.millisecond)
  }

  /// A millisecond, in attoseconds.
  static let millisecond: Int64 = 1_000_000_000_000_000
}

/// Reads what a ``PackedWriter`` wrote, in the same order.
struct PackedReader {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func natural() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  mutating func integer() -> Int64 {
    let value = natural()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func double() -> Double {
    var pattern: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      pattern |= UInt64(bytes[position]) << UInt64(shift)
      position += 1
    }
    return Double(bitPattern: pattern)
  }

  mutating func text() -> String {
    let count = Int(natural())
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func skipText() { position += Int(natural()) }

  mutating func skipTexts() {
    for _ in 0..<natural() { skipText() }
  }

  mutating func texts() -> [String] {
    let count = Int(natural())
    return (0..<count).map { _ in text() }
  }

  mutating func duration() -> Duration {
    let (seconds, milliseconds, attoseconds) = (integer(), integer(), integer())
    return Duration(
      secondsComponent: seconds,
      attosecondsComponent: milliseconds * PackedWriter.millisecond + attoseconds)
  }
}
