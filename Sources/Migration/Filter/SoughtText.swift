/// A text that is looked for in many others, whatever the case of its letters.
///
/// ASCII, which nearly all names are, is read once, byte by byte: a bit for each beginning of the
/// text tells whether what was read last is that beginning.
struct SoughtText {
  private let text: String
  /// The beginnings that each byte can be the end of.
  private let ends: [UInt64]
  /// The bit of the whole text, or of as much of it as there are bits.
  private let whole: UInt64
  private let isWhole: Bool

  init(_ text: String) {
    self.text = text.lowercased()
    let bytes = Array(self.text.utf8.prefix(UInt64.bitWidth))
    var ends = [UInt64](repeating: 0, count: 128)
    for (index, byte) in bytes.enumerated() where byte < 0x80 {
      ends[Int(byte)] |= 1 << UInt64(index)
      if (97...122).contains(byte) { ends[Int(byte & ~0x20)] |= 1 << UInt64(index) }
    }
    self.ends = ends
    whole = bytes.isEmpty ? 0 : 1 << UInt64(bytes.count - 1)
    isWhole = self.text.utf8.count <= UInt64.bitWidth && bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether it occurs in `other`.
  func isFound(in other: String) -> Bool {
    var begun: UInt64 = 0
    var isFound = whole == 0
    for byte in other.utf8 {
      guard byte < 0x80 else { return other.lowercased().contains(text) }
      begun = (begun << 1 | 1) & ends[Int(byte)]
      if begun & whole != 0 { isFound = true }
    }
    return isFound && (isWhole || other.lowercased().contains(text))
  }
}
