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

private func emptyTableText(_ state: State) -> [String] {
  let profile = state.configuration.profile
  if state.list.table.count > 0 {
    return ["No task matches \"\(state.list.table.filter.text)\".", "Esc clears the filter."]
  }
  if let problem = state.link.problem {
    return [
      "\(profile) does not answer.", state.configuration.tongue.line(problem), "r tries again now.",
    ]
  }
  if state.link.isLoading { return ["Reading the tasks of \(profile)…"] }
  return [
    "There are no tasks yet.",
    "Make one in a shell: ferry create --from LOCATION --to LOCATION",
  ]
}
