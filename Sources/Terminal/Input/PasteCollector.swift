/// Collects a pasted text up to its end mark, `ESC [ 201 ~`.
struct PasteCollector {
  /// The most bytes that are kept; no entry takes more.
  static let limit = 65_536

  private var bytes: [UInt8] = []
  private var matched = 0

  private static let mark = Array("\u{1B}[201~".utf8)

  /// Takes the next byte.
  ///
  /// - Returns: Whether it ended the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.mark[matched] {
      matched += 1
      return matched == Self.mark.count
    }
    // The mark begins with its only escape character, so no shorter match can be under way.
    if matched > 0 { keep(Self.mark[..<matched]) }
    matched = byte == Self.mark[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
    return false
  }

  /// What was pasted, with line ends as `\n`; bytes that are no UTF-8 are replaced.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.map { $0.isNewline ? "\n" : $0 })
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    bytes += more.prefix(Self.limit - bytes.count)
  }
}
