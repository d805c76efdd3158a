/// rclone's spelling of object names: no control characters, no `.` and `..` segments.
///
/// rclone shows a character that it cannot show as it is by a picture of it (a tab as `␉`), and a
/// character that looks like such a picture with `‛` before it.
enum ObjectName {
  private static let quote: Unicode.Scalar = "\u{201B}"
  private static let wideDot: Unicode.Scalar = "\u{FF0E}"
  private static let wideSlash: Unicode.Scalar = "\u{FF0F}"

  /// The spelling that rclone uses for the key `key`.
  static func spell(_ key: String) -> String {
    segments(of: key) { segment in
      switch String(segment) {
      case ".": "\u{FF0E}"
      case "..": "\u{FF0E}\u{FF0E}"
      case "\u{FF0E}": "\u{201B}\u{FF0E}"
      case "\u{FF0E}\u{FF0E}": "\u{201B}\u{FF0E}\u{201B}\u{FF0E}"
      default: spell(segment)
      }
    }
  }

  /// The key that rclone spells `name`.
  static func read(_ name: String) -> String {
    segments(of: name) { segment in
      switch String(segment) {
      case "\u{FF0E}": "."
      case "\u{FF0E}\u{FF0E}": ".."
      default: read(segment)
      }
    }
  }

  private static func spell(_ segment: Substring.UnicodeScalarView) -> String {
    var spelled = String.UnicodeScalarView()
    for scalar in segment {
      if let picture = picture(of: scalar) {
        spelled.append(picture)
      } else {
        if scalar == quote || scalar == wideSlash || original(of: scalar) != nil {
          spelled.append(quote)
        }
        spelled.append(scalar)
      }
    }
    return String(spelled)
  }

  private static func read(_ segment: Substring.UnicodeScalarView) -> String {
    var read = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in segment {
      if isQuoted {
        let isSpecial =
          scalar == quote || scalar == wideSlash || scalar == wideDot
          || original(of: scalar) != nil
        if !isSpecial { read.append(quote) }
        read.append(scalar)
        isQuoted = false
      } else if scalar == quote {
        isQuoted = true
      } else {
        read.append(scalar == wideSlash ? "/" : original(of: scalar) ?? scalar)
      }
    }
    if isQuoted { read.append(quote) }
    return String(read)
  }

  /// Joins what `change` makes of each part between slashes; scalars, because a mark that combines
  /// with a slash would hide it from a split by characters.
  private static func segments(
    of name: String, change: (Substring.UnicodeScalarView) -> String
  ) -> String {
    name.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
      .map(change).joined(separator: "/")
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }

  private static func original(of picture: Unicode.Scalar) -> Unicode.Scalar? {
    switch picture.value {
    case 0x2400..<0x2420: Unicode.Scalar(picture.value - 0x2400)
    case 0x2421: "\u{7F}"
    default: nil
    }
  }
}
