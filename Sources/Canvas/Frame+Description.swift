extension Frame: CustomStringConvertible {
  /// The characters, line by line, without the blanks at the ends of lines.
  package var description: String {
    rows.map(\.text).joined(separator: "\n")
  }

  /// The styles, line by line, one letter a cell: `.` plain, the tone's letter otherwise, a capital
  /// for bold, `_` for underlined and `#` for reversed.
  package var styles: String {
    rows.map { row in
      var line = ""
      for cell in row { line.append(cell.style.letter) }
      return line
    }.joined(separator: "\n")
  }
}

extension Sequence<Cell> {
  /// The characters of a line, without the blanks at its end.
  package var text: String {
    var line = ""
    for cell in self where cell.width > 0 { line.append(cell.character) }
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension Style {
  fileprivate var letter: Character {
    if isReversed { return "#" }
    if isUnderlined { return "_" }
    switch tone {
    case .plain: return isBold ? "P" : "."
    case .active: return isBold ? "A" : "a"
    case .good: return isBold ? "G" : "g"
    case .warning: return isBold ? "W" : "w"
    case .bad: return isBold ? "B" : "b"
    case .muted: return isBold ? "M" : "m"
    case .accent: return isBold ? "C" : "c"
    }
  }
}
