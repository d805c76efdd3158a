import Canvas
import Migration

/// Draws the titles and the tasks that are on the screen, or why there are none.
func drawTable(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard rect.rows > 0 else { return }
  let layout = TableColumns.layout(width: rect.columns)
  drawTitles(state.list.table.order, layout, row: rect.row, on: &frame)
  let list = state.list
  let rows = list.table.rows
  if rows.isEmpty {
    let area = Rect(row: rect.row + 1, column: 0, rows: rect.rows - 1, columns: rect.columns)
    return drawEmptyTable(state, in: area, on: &frame)
  }
  let range = list.range
  let isDoubtful = state.link.isDoubtful
  let highlighted = layout[.id] == nil ? TaskField.name : .id
  for index in list.top..<min(rows.count, list.top + rect.rows - 1) {
    guard let task = list.table.task(rows[index]) else { continue }
    let row = TaskRowView(
      task: task, isCurrent: index == list.cursorRow,
      isMarked: list.marks.contains(task.id) || range.contains(index),
      isDoubtful: isDoubtful, highlighted: highlighted)
    row.draw(layout, row: rect.row + 1 + index - list.top, on: &frame)
  }
}

private func drawTitles(
  _ order: RowOrder, _ layout: TableLayout<TaskField>, row: Int, on frame: inout Frame
) {
  for place in layout.placements {
    let arrow = place.id == order.field ? (order.isDescending ? "▼" : "▲") : ""
    frame.writeField(
      arrow + place.id.title, row: row, column: place.start, width: place.width,
      alignment: place.id.alignment, style: Style(.muted, bold: true))
  }
}
