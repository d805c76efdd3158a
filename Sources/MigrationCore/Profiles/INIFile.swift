/// The format of the official SDKs' credentials file, which Python's `configparser` reads.
enum INIFile {
  /// The names, in small letters, and values of one section.
  static func section(_ name: String, of text: String) -> [String: String] {
    var values: [String: String] = [:]
    var isInside = false
    for rawLine in text.split(whereSeparator: \.isNewline) {
      let line = rawLine.trimming(while: \.isWhitespace)
      if line.hasPrefix("[") {
        isInside = line == "[\(name)]"
      } else if isInside, !line.hasPrefix("#"), !line.hasPrefix(";"),
        let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" })
      {
        let key = String(line[..<sign].trimming(while: \.isWhitespace))
        let value = String(line[line.index(after: sign)...].trimming(while: \.isWhitespace))
        if !value.isEmpty { values[key.lowercased()] = value }
      }
    }
    return values
  }
}

extension Substring {
  /// The text without the characters at both ends that `isUnwanted` names.
  func trimming(while isUnwanted: (Character) -> Bool) -> Substring {
    var rest = drop(while: isUnwanted)
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
