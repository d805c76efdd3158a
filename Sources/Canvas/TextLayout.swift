/// Lays a text out as cells, one a column; a wide character is followed by a cell of width 0.
///
/// Nothing in `text` can reach the terminal as anything but a visible character: controls, line
/// breaks, text direction and invisible characters become a mark of their own. Of an emoji that is
/// joined from several, the first one is kept, because a cell holds no more.
///
/// - Parameters:
///   - text: The text, from whatever source.
///   - style: How it looks.
///   - isASCII: Whether everything outside ASCII is replaced by something in it, one cell each.
///   - limit: The most cells to lay out, at least 0; the rest of the text is not looked at.
/// - Returns: The cells, no more than `limit`.
package func layOut(
  _ text: String, style: Style = .plain, isASCII: Bool = false, limit: Int = .max
) -> [Cell] {
  if let cells = plainCells(text, style: style, limit: limit) { return cells }
  var layout = TextLayout(style: style, isASCII: isASCII)
  for scalar in text.unicodeScalars {
    if layout.cells.count >= limit, !layout.belongsToLast(scalar) { break }
    layout.append(scalar)
  }
  return cut(layout.cells, to: limit)
}

/// The cells of a text of nothing but printable ASCII, which most texts are; otherwise `nil`.
private func plainCells(
  _ text: String, style: Style, limit: Int
) -> [Cell]? {
  var cells: [Cell] = []
  cells.reserveCapacity(min(limit, 256))
  for byte in text.utf8 {
    // Beyond the limit only a mark matters, because it belongs to the last cell.
    if cells.count == limit { return byte < 0x80 ? cells : nil }
    guard (0x20..<0x7F).contains(byte) else { return nil }
    cells.append(Cell(scalar: Unicode.Scalar(byte), style: style))
  }
  return cells
}

/// The first `columns` cells, with a blank for a wide character that loses its right half.
func cut(_ cells: [Cell], to columns: Int) -> [Cell] {
  guard cells.count > columns else { return cells }
  var kept = Array(cells.prefix(max(0, columns)))
  if let last = kept.last, last.width == 2 { kept[kept.count - 1] = Cell(" ", style: last.style) }
  return kept
}

private struct TextLayout {
  private(set) var cells: [Cell] = []
  private let style: Style
  private let isASCII: Bool
  private var isJoining = false
  /// The scalar that the last cell shows or has a substitute for.
  private var base: Unicode.Scalar?
  private var marks = 0

  /// ncurses keeps four marks a cell.
  private static let mostMarks = 4

  init(style: Style, isASCII: Bool) {
    self.style = style
    self.isASCII = isASCII
  }

  /// Whether `scalar` adds to the last cell instead of starting one.
  func belongsToLast(_ scalar: Unicode.Scalar) -> Bool {
    !cells.isEmpty && (scalar.columns == 0 || isPartOfEmoji(scalar))
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if isPartOfEmoji(scalar) {
      isJoining = scalar.value == 0x200D
      return
    }
    switch scalar.columns {
    case .none:
      add(mark, width: 1)
      base = nil
    case .some(0): combine(scalar)
    case .some(let width):
      let isBlank = !scalar.isASCII && scalar.properties.isWhitespace
      let character = isASCII ? scalar.asciiSubstitute : Character(scalar)
      add(isBlank ? " " : character, width: isASCII ? 1 : width)
      base = scalar
    }
  }

  private var mark: Character { isASCII ? "?" : "\u{FFFD}" }

  /// Joiners, skin tones, presentation selectors and whatever follows a joiner after an emoji.
  private func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
    if isJoining, let columns = scalar.columns, columns > 0 { return true }
    guard scalar.value >= 0x200D else { return false }
    let extendsEmoji =
      scalar.value == 0x200D || (0xFE00...0xFE0F).contains(scalar.value)
      || (0x1F3FB...0x1F3FF).contains(scalar.value)
    return extendsEmoji && isAfterEmoji
  }

  private var isAfterEmoji: Bool {
    base.map { !$0.isASCII && $0.properties.isEmoji } ?? false
  }

  private mutating func add(_ character: Character, width: Int) {
    isJoining = false
    marks = 0
    cells.append(Cell(character, style: style, width: UInt8(width)))
    if width == 2 { cells.append(Cell(" ", style: style, width: 0)) }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    guard let index = cells.lastIndex(where: { $0.width > 0 }), !isHidden(scalar) else {
      return add(mark, width: 1)
    }
    marks += 1
    guard !isASCII, marks <= Self.mostMarks else { return }
    let joined = String(cells[index].character) + String(Character(scalar))
    if joined.count == 1 { cells[index].character = Character(joined) } else { add(mark, width: 1) }
  }

  /// Selectors and fillers that would make two names look alike.
  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint
  }
}
