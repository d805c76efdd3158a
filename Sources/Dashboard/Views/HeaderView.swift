import Canvas
import Migration
import Words

/// Draws who is asked, what is going on there, and whether that is still so.
func drawHeader(_ state: State, on frame: inout Frame) {
  let freshness = state.link.freshness
  let label = " " + freshness.label(showsAge: state.link.showsAge)
  let end = frame.size.columns - columns(of: label)
  frame.write(label, row: 0, column: end, style: freshness.style)
  var column = 0
  for part in HeaderLayout(state, width: end).parts {
    column = frame.write(part, row: 0, column: column)
  }
  for texts in progressTexts(state) {
    let text = texts.first { column + 2 + columns(of: $0) <= end }
    guard let text else { return }
    column = frame.write("  " + text, row: 0, column: column)
  }
}

/// How much of everything under way is done, and when the rest will be, as far as that is known; each
/// at length and then shorter.
func progressTexts(_ state: State) -> [[String]] {
  let tally = state.list.table.tally
  let bytes = tally.underWay
  guard bytes.total > 0 else { return [] }
  let sign = state.configuration.tongue.of + (tally.growing > 0 ? "≥" : "")
  let left = tally.timeLeft.flatMap { state.link.isDoubtful ? nil : $0 }
  return [[shortPart(bytes.done, of: bytes.total, sign)]]
    + [left.map { [state.endText($0), ageText($0)].compactMap(\.self) }].compactMap(\.self)
}

/// Draws all that a window of a few cells has room for.
func drawStatusLine(_ state: State, on frame: inout Frame) {
  guard frame.size.rows > 0 else { return }
  let freshness = state.link.freshness
  let label = freshness.label(showsAge: state.link.showsAge)
  let column = frame.write(label, row: 0, column: 0, style: freshness.style)
  let counts = countsText(state, room: frame.size.columns - column - 1)
  frame.write(counts, row: 0, column: column + 1)
}
