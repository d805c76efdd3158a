import Canvas
import FoundationEssentials
import Migration
import Words

/// Draws everything about the task under the cursor, as far as there is room.
func drawDetail(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard rect.rows > 0 else { return }
  let isAtRight = rect.column > 0
  let rule = isAtRight ? "│" : String(repeating: "─", count: rect.columns)
  for row in rect.row..<(isAtRight ? rect.end : rect.row + 1) {
    frame.write(rule, row: row, column: rect.column, style: Style(.muted))
  }
  let title = state.list.current.map { " " + $0.route(isASCII: frame.isASCII) + " " } ?? ""
  frame.writeField(
    title, row: rect.row, column: rect.column + 2,
    width: min(columns(of: title, limit: rect.columns), max(0, rect.columns - 4)),
    style: Style(.accent, bold: true, reversed: state.isDetailFocused))
  let page = state.detailPage
  let room = rect.rows - 1
  let top = min(state.detailPager.top, max(0, page.lines.count - room))
  for (offset, line) in page.lines.dropFirst(top).prefix(room).enumerated() {
    frame.write(line, row: rect.row + 1 + offset, column: rect.column + (isAtRight ? 2 : 1))
  }
  let left = page.lines.count - top - room
  if left > 0, room > 0 {
    let more =
      " "
      + state.configuration.tongue.words(
        moreLines: left, isFocused: state.isDetailFocused) + " "
    frame.write(
      more, row: rect.end - 1, column: rect.column + rect.columns - columns(of: more),
      style: Style(.muted))
  }
}

extension State {
  /// How many lines there are about the task under the cursor.
  var detailLineCount: Int { detailPage.lines.count }

  /// All that there is to say about the task under the cursor.
  fileprivate var detailPage: Page {
    let rect = regions.detail
    var page = Page(width: rect.columns - (rect.column > 0 ? 3 : 2), isASCII: configuration.isASCII)
    if let task = list.current {
      page.add(task, zone: windowZone, in: configuration)
    } else if list.spot != nil {
      page.addText(configuration.tongue.severalTasks, style: Style(.muted))
    }
    return page
  }
}
