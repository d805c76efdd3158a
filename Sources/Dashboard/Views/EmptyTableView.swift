import Canvas
import Migration
import Words

/// Draws, instead of rows, why there are none and what to do about it.
func drawEmptyTable(_ state: State, in rect: Rect, on frame: inout Frame) {
  var page = Page(width: max(2, rect.columns - 4), isASCII: frame.isASCII)
  for (index, text) in emptyTableText(state).enumerated() {
    page.addText(text, style: index == 0 ? Style(bold: true) : .plain)
  }
  let row = rect.row + max(0, (rect.rows - page.lines.count) / 2)
  for (offset, line) in page.lines.enumerated() where row + offset < rect.end {
    frame.write(line, row: row + offset, column: rect.column + 2)
  }
}

/// Why there are no rows, and what to do about it.
func emptyTableText(_ state: State) -> [String] {
  let (profile, tongue) = (state.configuration.profile, state.configuration.tongue)
  if state.list.table.count > 0 {
    return [
      tongue.words(.matchesNothing(state.list.table.filter.text)), tongue.words(.escClearsFilter),
    ]
  }
  if let problem = state.link.problem {
    return [
      tongue.words(.silent(profile: profile)), tongue.line(problem), tongue.words(.triesAgain),
    ]
  }
  if state.link.isLoading { return [tongue.words(.reading(profile: profile))] }
  return [tongue.words(.noTasksYet), tongue.words(.makeOne)]
}
