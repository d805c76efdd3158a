/// Comma-separated values, RFC 4180.
///
/// Looked at scalar by scalar, as readers of such files do: a mark above a comma is a character of its
/// own to them.
enum CSV {
  /// One line of fields.
  static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",")
  }

  private static func quoted(_ field: String) -> String {
    var text = String.UnicodeScalarView()
    // A spreadsheet takes a field that begins like this for a formula.
    if let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text.append("'")
    }
    text.append(contentsOf: field.unicodeScalars.lazy.map(\.visible))
    guard text.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return String(text)
    }
    let doubled = text.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"\(String(String.UnicodeScalarView(doubled)))\""
  }
}

extension Unicode.Scalar {
  /// The picture of a control character, on which no terminal acts; anything else as it is, and so
  /// are tabs and the ends of lines, which belong to texts.
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0x09, 0x0A, 0x0D: self
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: self
    }
  }
}
