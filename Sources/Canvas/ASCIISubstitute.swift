extension Unicode.Scalar {
  /// What stands for the scalar on a terminal that shows ASCII only: something alike for what the
  /// program itself draws with, `?` for the rest.
  var asciiSubstitute: Character {
    if isASCII { return Character(self) }
    switch self {
    case "─": return "-"
    case "│": return "|"
    case "┌", "┐", "└", "┘": return "+"
    case "█": return "#"
    case "▓": return "="
    case "▁": return "_"
    case "▂": return "."
    case "▃": return "-"
    case "▄": return "="
    case "▅": return "+"
    case "▆": return "*"
    case "▇": return "%"
    case "–": return "-"
    case "▋", "▊", "▉": return "+"
    case "▏", "▎", "▍", "▌", "·": return "."
    case "…": return "~"
    case "×": return "x"
    case "→": return ">"
    case "≤", "◂": return "<"
    case "≥", "▸": return ">"
    case "▲": return "^"
    case "▼": return "v"
    default: return "?"
    }
  }
}
