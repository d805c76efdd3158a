import Canvas
import Migration
import Words

/// Draws the page of the inspector about the task under the cursor, as far as there is room.
func drawInspector(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard rect.rows > 0 else { return }
  let isAtRight = rect.column > 0
  let rule = isAtRight ? "│" : String(repeating: "─", count: rect.columns)
  for row in rect.row..<(isAtRight ? rect.end : rect.row + 1) {
    frame.write(rule, row: row, column: rect.column, style: Style(.muted))
  }
  drawTitle(state, in: rect, on: &frame)
  let page = state.inspectorPage
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

/// Draws the route of the task, and the names of the pages as far as there is room for both.
private func drawTitle(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard let task = state.list.current else { return }
  let title = " " + task.route(isASCII: frame.isASCII) + " "
  let width = max(0, rect.columns - 4)
  let pages = PageNames(page: state.page, tongue: state.configuration.tongue)
    .pieces(beside: title, width: width)
  let names = pages.reduce(0) { $0 + columns(of: $1.text) }
  frame.writeField(
    title, row: rect.row, column: rect.column + 2,
    width: min(columns(of: title, limit: width), width - names),
    style: Style(.accent, bold: true, reversed: state.isDetailFocused))
  var column = rect.column + rect.columns - 2 - names
  for (text, style) in pages {
    column = frame.write(text, row: rect.row, column: column, style: style)
  }
}

extension State {
  /// How many lines there are about the task under the cursor.
  var detailLineCount: Int { inspectorPage.lines.count }

  /// What the page that is shown says of the task under the cursor.
  fileprivate var inspectorPage: Page {
    let rect = regions.detail
    var page = Page(width: rect.columns - (rect.column > 0 ? 3 : 2), isASCII: configuration.isASCII)
    if let task = list.current {
      add(self.page, about: task, to: &page)
    } else if list.spot != nil {
      page.addText(configuration.tongue.severalTasks, style: Style(.muted))
    }
    return page
  }

  /// Adds what a page of the inspector says of a task.
  func add(_ name: InspectorPage, about task: MigrationTask, to page: inout Page) {
    switch name {
    case .detail: page.add(task, zone: windowZone, in: configuration)
    case .settings: page.addSettings(of: task, zone: windowZone, in: configuration)
    case .failedObjects, .events, .log: PapersView(state: self, task: task).add(name, to: &page)
    }
  }
}
