import Canvas

/// Lines that are put together before it is known where they go, all of one width.
struct Page {
  /// The columns of a line.
  let width: Int
  /// Whether lines are ASCII only.
  let isASCII: Bool
  /// The columns of a name in front of a value, where there is room for that.
  var nameWidth = 13
  /// What was put together so far, each line at most `width` cells.
  private(set) var lines: [[Cell]] = []

  init(width: Int, isASCII: Bool) {
    self.width = max(0, width)
    self.isASCII = isASCII
  }

  /// Adds the lines of another page of the same width.
  mutating func add(_ other: Page) {
    lines += other.lines
  }

  /// Adds an empty line.
  mutating func addGap() {
    lines.append([])
  }

  /// Adds a text, as many lines as it takes but no more than `limit`.
  mutating func addText(_ text: String, style: Style = .plain, limit: Int = 6) {
    let shortened = String(text.prefix(limit * width + 1))
    for line in wrap(shortened, width: width, limit: limit) {
      lines.append(layOut(line, style: style, isASCII: isASCII, limit: width))
    }
  }

  /// Adds one line of several pieces; the piece that does not fit ends in an ellipsis.
  mutating func addLine(_ pieces: [(text: String, style: Style)]) {
    var line: [Cell] = []
    for piece in pieces {
      let room = width - line.count
      let length = columns(of: piece.text, limit: room + 1)
      line += fitted(
        piece.text, width: min(length, room), style: piece.style, isASCII: isASCII)
    }
    lines.append(line)
  }

  /// Adds cells to the line above, as far as they fit.
  mutating func extendLine(_ cells: [Cell]) {
    guard let line = lines.last else { return }
    lines[lines.count - 1] = line + cells.prefix(max(0, width - line.count))
  }

  /// The columns of a value with its name in front.
  var roomForFact: Int { max(2, width - min(nameWidth, width / 3)) }

  /// Adds the name of a task to the line above, its id, where there is room for it.
  mutating func addName(_ name: String) {
    guard let line = lines.last, !name.isEmpty else { return }
    let room = width - line.count - 2
    guard room >= 8 else { return }
    let cells = fitted(
      name, width: min(room, columns(of: name, limit: room)), style: Style(.muted), isASCII: isASCII
    )
    lines[lines.count - 1] = line + [.blank, .blank] + cells
  }

  /// Adds a value with its name in front, further lines of the value below one another.
  mutating func addFact(_ name: String, _ value: String, style: Style = .plain, limit: Int = 3) {
    let room = roomForFact
    let indent = width - room
    for (index, line) in wrap(String(value.prefix(limit * room + 1)), width: room, limit: limit)
      .enumerated()
    {
      let label = fitted(
        index == 0 ? name : "", width: indent, style: Style(.muted), isASCII: isASCII)
      lines.append(label + layOut(line, style: style, isASCII: isASCII, limit: room))
    }
  }
}

extension Frame {
  /// Draws a box in the middle that is as large as the lines need, with the lines from `top` on.
  ///
  /// - Returns: The inside of the box.
  @discardableResult
  mutating func drawPage(_ page: Page, title: String, from top: Int = 0) -> Rect {
    let rect = Rect(size).centred(rows: page.lines.count + 2, columns: page.width + 4)
    let inside = drawBox(rect, title: title, style: Style(.accent))
    for (offset, line) in page.lines.dropFirst(top).prefix(inside.rows).enumerated() {
      write(line, row: inside.row + offset, column: inside.column)
    }
    return inside
  }
}
