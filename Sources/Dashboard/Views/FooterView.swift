import Canvas
import Migration
import Words

/// Draws the filter that is being typed, or what there is to tell, or which keys there are.
func drawFooter(_ state: State, row: Int, on frame: inout Frame) {
  let width = frame.size.columns
  if case .filterEntry(let entry) = state.overlay {
    let place = columns(of: "/" + entry.line.before)
    let overflow = max(0, place + 1 - width)
    let cells = layOut("/" + entry.line.text, isASCII: frame.isASCII).dropFirst(overflow)
    let end = frame.write(Array(cells.prefix(width)), row: row, column: 0)
    if let problem = state.list.table.filter.problem {
      let words = state.configuration.tongue.words(problem)
      frame.write(words, row: row, column: end + 2, style: Style(.warning))
    }
    frame.cursor = Frame.Position(row: row, column: min(place - overflow, width - 1))
  } else if let notice = state.notice {
    frame.writeField(notice.text, row: row, column: 0, width: width, style: notice.kind.style)
  } else if let problem = state.link.problem, !state.list.table.rows.isEmpty {
    frame.writeField(
      state.configuration.tongue.line(problem), row: row, column: 0, width: width,
      style: Style(.bad))
  } else if let missing = state.link.missing {
    let number = missing.count.map { "\($0) tasks" } ?? "a part of the tasks"
    let reason = missing.problem.map(state.configuration.tongue.line) ?? missing.reason
    frame.writeField(
      "\(number) could not be read: \(reason)", row: row, column: 0, width: width,
      style: Style(.bad))
  } else {
    drawHints(state, row: row, on: &frame)
  }
}

private func drawHints(_ state: State, row: Int, on frame: inout Frame) {
  var column = 0
  for (text, style) in statusPieces(state) {
    frame.writeField(
      text, row: row, column: column, width: min(columns(of: text, limit: 40), 40), style: style)
    column += min(columns(of: text, limit: 40), 40) + 2
  }
  for (key, words) in hints(state) {
    guard column + key.count + 1 + words.count <= frame.size.columns else { return }
    column = frame.write(key, row: row, column: column, style: Style(.accent, bold: true))
    column = frame.write(" " + words, row: row, column: column) + 2
  }
}

private func statusPieces(_ state: State) -> [(String, Style)] {
  let list = state.list
  var pieces: [(String, Style)] = []
  if state.link.isLoading, !list.table.rows.isEmpty {
    pieces.append(("\(list.table.count) so far…", Style(.muted)))
  }
  if list.anchor != nil { pieces.append(("\(list.rangeIDs.count) in range", Style(.warning))) }
  if !list.marks.isEmpty {
    let tongue = state.configuration.tongue
    let words = tongue.words(marked: list.marks.count, hidden: list.hiddenMarks)
    pieces.append((words, Style(.warning)))
  }
  if !list.table.filter.isEmpty {
    pieces.append(("/\(list.table.filter.text)", Style(.accent)))
    let shown = list.table.isArranged ? "\(list.table.rows.count)" : "…"
    pieces.append(("\(shown) of \(list.table.count)", .plain))
  }
  return pieces
}

private func hints(_ state: State) -> [(key: String, words: String)] {
  let first = state.isDetailOpen ? [("Esc", "back")] : [("Enter", "detail")]
  let acting = [
    ("?", "help"), ("q", "quit"), ("s", "stop…"), ("D", "delete…"), ("R", "start…"),
  ]
  let looking = [
    ("/", "filter"), ("Space", "mark"), ("o", "sort"), ("a", "actions"), ("z", "pause"),
    ("r", "refresh"), ("y", "copy id"),
  ]
  return acting + first + looking
}

extension Notice.Kind {
  /// How a line of this kind looks.
  var style: Style {
    switch self {
    case .info: Style(.accent)
    case .success: Style(.good)
    case .error: Style(.bad, bold: true)
    }
  }
}
