import Canvas
import Migration
import Words

/// Draws the titles and the lines that are in the window, or why there are none.
func drawTable(
  _ state: State, in rect: Rect, _ drawn: inout DrawnRows, on frame: inout Frame
) {
  guard rect.rows > 0 else { return }
  let hasSections = state.list.table.shown.order.hasSections
  let layout = TableColumns.layout(width: rect.columns, hasSections: hasSections)
  let titles = state.titleRows
  if titles > 0 { drawTitles(state, layout, row: rect.row, on: &frame) }
  let area = Rect(
    row: rect.row + titles, column: 0, rows: rect.rows - titles, columns: rect.columns)
  if state.list.table.rows.isEmpty { return drawEmptyTable(state, in: area, on: &frame) }
  TableWindow(state, layout, in: area).draw(&drawn, on: &frame)
}

/// The lines that are in the window.
private struct TableWindow {
  private let state: State
  private let layout: TableLayout<TaskField>
  private let area: Rect
  private var heads: [(line: Int, part: TableLines.Part)] = []
  private var rows: [(line: Int, stop: Int, above: Fold?, id: TaskID)] = []

  init(_ state: State, _ layout: TableLayout<TaskField>, in area: Rect) {
    self.state = state
    self.layout = layout
    self.area = area
    let lines = state.list.table.lines
    var window = state.list.top..<min(lines.count, state.list.top + area.rows)
    if let head = lines.head(ofLine: window.lowerBound), area.rows > 1 {
      heads.append((window.lowerBound, head))
      window = window.dropFirst()
    }
    for part in lines.parts {
      let shown = window.clamped(to: part.line..<part.line + part.lineCount)
      guard !shown.isEmpty else { continue }
      guard case .tasks(let above) = part.content else {
        heads.append((part.line, part))
        continue
      }
      rows += shown.map { line in
        let stop = part.stop + line - part.line
        let row = part.rows.lowerBound + line - part.line
        return (line, stop, above, state.list.table.rows[row])
      }
    }
  }

  /// How long nothing of a task has moved; nobody knows it while nothing is heard.
  private func standstill(of id: TaskID) -> Duration? {
    guard !state.link.isDoubtful, !state.link.isPaused else { return nil }
    return state.list.table.movement.standstill(of: id, now: state.list.table.now)
  }

  func draw(_ drawn: inout DrawnRows, on frame: inout Frame) {
    let list = state.list
    for (line, part) in heads {
      let view = SectionView(
        state: state, part: part, width: area.columns,
        isCurrent: part.stopCount > 0 && list.cursorRow == part.stop)
      view.draw(row: area.row + line - list.top, on: &frame)
    }
    let range = list.range
    let shown = rows.compactMap { row in list.table.task(row.id).map { (row, $0) } }
    let width = layout[.route]?.width ?? 0
    let widths = shown.map { width - TaskRowView.indent(below: $0.0.above).count }
    let routes = drawn.routes(of: shown.map(\.1), widths: widths, isASCII: frame.isASCII)
    let views = zip(shown, routes).map { shown, route in
      let (row, task) = shown
      let age = task.age(at: state.link.date)
      return TaskRowView(
        task: task, route: route, isCurrent: row.stop == list.cursorRow,
        isMarked: list.marks.contains(task.id) || range.contains(row.stop), above: row.above,
        isDoubtful: state.link.isDoubtful, hasSections: list.table.shown.order.hasSections,
        trend: list.table.movement.trends[task.id], standstill: standstill(of: task.id),
        age: age.map(ageText) ?? "", hasJustEnded: age.map { $0 < .seconds(60) } ?? false,
        language: state.configuration.language)
    }
    let cells = drawn.cells(of: views, layout, width: area.columns, isASCII: frame.isASCII)
    for ((row, _), cells) in zip(shown, cells) {
      frame.write(cells, row: area.row + row.line - list.top, column: area.column)
    }
  }
}

private func drawTitles(
  _ state: State, _ layout: TableLayout<TaskField>, row: Int, on frame: inout Frame
) {
  let order = state.list.table.shown.order
  let arrow = order.isDescending ? "▼" : "▲"
  for place in layout.placements {
    var title = place.id.title(in: state.configuration.tongue, isASCII: frame.isASCII)
    if place.id.key == order.key {
      title = arrow + title
    } else if place.id == .route, !order.hasSections,
      !TaskField.allCases.contains(where: { $0.key == order.key })
    {
      title += "  " + arrow + state.configuration.tongue.words(order.key)
    }
    frame.writeField(
      title, row: row, column: place.start, width: place.width,
      alignment: place.id.alignment, style: Style(.muted, bold: true))
  }
}
