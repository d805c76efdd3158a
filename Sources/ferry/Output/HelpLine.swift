import Canvas

/// A line of a page of help, which goes on below itself where the terminal ends.
struct HelpLine {
  /// The text behind the blanks in front, and behind the name of an option.
  private let text: Substring
  /// What stands before it.
  private let head: Substring

  /// The column that the parser puts explanations in.
  private static let explanations = 26

  init(_ line: Substring) {
    let blanks = line.prefix { $0 == " " }.count
    let isExplained =
      blanks > 0 && blanks < Self.explanations && line.count > Self.explanations
      && line.dropFirst(Self.explanations - 1).first == " "
    let start = line.index(line.startIndex, offsetBy: isExplained ? Self.explanations : blanks)
    head = line[..<start]
    text = line[start...]
  }

  /// The line as lines of at most `width` columns, broken at blanks, and between signs of Chinese.
  func wrapped(to width: Int) -> [String] {
    let indent = columns(of: String(head))
    let room = max(20, width - indent)
    var lines: [Substring] = []
    var rest = text
    while let end = Self.end(of: rest, room: room) {
      lines.append(rest[..<end])
      rest = rest[end...].drop { $0 == " " }
    }
    lines.append(rest)
    return lines.enumerated().map { index, line in
      var line = line
      while index < lines.count - 1, line.last == " " { line.removeLast() }
      return (index == 0 ? String(head) : String(repeating: " ", count: indent)) + line
    }
  }

  /// Where a line of `room` columns ends; `nil` when all of the text has room.
  private static func end(of text: Substring, room: Int) -> String.Index? {
    var used = 0
    var wasWide = false
    var best: String.Index?
    for index in text.indices {
      let sign = text[index]
      let width = columns(of: String(sign))
      let isWide = width == 2
      if index > text.startIndex, sign == " " || (isWide || wasWide) && !ends.contains(sign) {
        best = index
      }
      used += width
      if used > room { return best ?? index }
      wasWide = isWide && !beginnings.contains(sign)
    }
    return nil
  }

  /// Signs that begin no line.
  private static let ends: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "”", "！", "？", ",", ".", ";", ":", ")", "'", "\"",
  ]
  /// Signs that end no line.
  private static let beginnings: Set<Character> = ["（", "“"]
}
