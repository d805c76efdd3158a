/// A set of characters that one place of a pattern accepts.
struct ScalarSet: Equatable, Hashable, Sendable {
  private var ranges: [ClosedRange<UInt32>]
  private var parts: [ScalarSet] = []
  private var isInverted = false

  /// The characters in `ranges`.
  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  /// One character, whatever its case.
  init(_ scalar: Unicode.Scalar) {
    self.init(String(scalar).lowercased().unicodeScalars.map { $0.value...$0.value })
  }

  /// The characters from `first` to `last`, whatever their case.
  init(_ first: Unicode.Scalar, to last: Unicode.Scalar) {
    var ranges = [first.value...last.value]
    // Texts are compared in small letters.
    let capitals = ranges[0].clamped(to: 65...90)
    if ranges[0].overlaps(65...90) {
      ranges.append(capitals.lowerBound + 32...capitals.upperBound + 32)
    }
    self.init(ranges)
  }

  /// The characters of any of `parts`.
  init(anyOf parts: [ScalarSet]) {
    ranges = []
    self.parts = parts
  }

  /// All other characters.
  var inverted: ScalarSet {
    var set = self
    set.isInverted.toggle()
    return set
  }

  /// Whether `scalar` is accepted.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isListed =
      ranges.contains { $0.contains(scalar.value) } || parts.contains { $0.contains(scalar) }
    return isListed != isInverted
  }

  /// Where runs of characters begin that it accepts all alike, or refuses.
  var edges: [UInt32] {
    ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } + parts.flatMap(\.edges)
  }

  /// Every character.
  static let any = ScalarSet([0...0x10FFFF])
  /// Decimal digits.
  static let digit = ScalarSet([48...57])
  /// Letters of whatever script, digits and the low line.
  static let word = ScalarSet([48...57, 65...90, 95...95, 97...122, 0xAA...0x10FFFF])
  /// Blanks and line ends.
  static let blank = ScalarSet([9...13, 32...32, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000])
}
