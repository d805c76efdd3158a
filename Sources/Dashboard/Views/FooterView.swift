import Canvas
import Migration
import Words

/// Draws the filter that is being typed, or what there is to tell, or which keys there are.
func drawFooter(_ state: State, row: Int, on frame: inout Frame) {
  let width = frame.size.columns
  let tongue = state.configuration.tongue
  switch state.layer {
  case .filterEntry(let entry):
    let problem = state.list.table.filter.problem.map(tongue.words)
    let told = state.notice?.text ?? problem ?? ""
    let style = state.notice?.kind.style ?? Style(.warning)
    drawEntry(entry.line, sign: "/", told, style, row: row, on: &frame)
    return
  case .commandEntry(let entry):
    let told = state.notice?.text ?? entry.candidates.joined(separator: " ")
    let style = state.notice?.kind.style ?? Style(.muted)
    drawEntry(entry.line, sign: ":", told, style, row: row, on: &frame)
    return
  case .help, .messages, .past, .sortMenu, .profiles, .actionMenu, .prompt, .newTask, .limits,
    .sheet,
    .none:
    break
  }
  let told = footerText(state)
  let column = drawStatus(state, row: row, room: told == nil ? width : width / 2, on: &frame)
  if let (text, style) = told {
    frame.writeField(text, row: row, column: column, width: width - column, style: style)
  } else {
    drawHints(state, row: row, column: column, on: &frame)
  }
}

/// Draws a line that is being typed, and behind it what there is to say about it.
private func drawEntry(
  _ line: LineEditor, sign: String, _ remark: String, _ style: Style, row: Int,
  on frame: inout Frame
) {
  let width = frame.size.columns
  let window = line.window(width: width, behind: sign, isASCII: frame.isASCII)
  let end = frame.write(window.cells, row: row, column: 0)
  let room = width - end - 2
  if !remark.isEmpty, room > 0 {
    frame.writeField(remark, row: row, column: end + 2, width: room, style: style)
  }
  frame.cursor = Frame.Position(row: row, column: window.cursor)
}

/// What there is to tell: something that just happened, or why there may be more than is shown.
private func footerText(_ state: State) -> (text: String, style: Style)? {
  if let notice = state.notice { return (notice.text, notice.kind.style) }
  let tongue = state.configuration.tongue
  if let problem = state.link.problem, !state.list.table.rows.isEmpty {
    return (tongue.line(problem), Style(.bad))
  }
  guard let missing = state.link.missing else { return nil }
  let reason = missing.problem.map(tongue.line) ?? missing.reason
  return (tongue.words(ScreenTalk.unread(missing.count, reason)), Style(.bad))
}

/// Draws which tasks are marked and shown, whatever else there is to tell: the next action is about
/// them.
private func drawStatus(
  _ state: State, row: Int, room: Int, on frame: inout Frame
) -> Int {
  var column = 0
  for (text, style) in statusPieces(state) {
    let width = min(columns(of: text, limit: 40), 40, room - column)
    guard width > 0 else { return column }
    frame.writeField(text, row: row, column: column, width: width, style: style)
    column += width + 2
  }
  return column
}

private func drawHints(_ state: State, row: Int, column start: Int, on frame: inout Frame) {
  var column = start
  for (key, words) in hints(state) {
    guard column + columns(of: key + words) + 1 <= frame.size.columns else { return }
    column = frame.write(key, row: row, column: column, style: Style(.accent, bold: true))
    column = frame.write(" " + words, row: row, column: column) + 2
  }
}

private func statusPieces(_ state: State) -> [(String, Style)] {
  let (list, tongue) = (state.list, state.configuration.tongue)
  var pieces = state.actions.compactMap(state.heldText).map { ($0, Style(.warning, bold: true)) }
  if state.link.isLoading, !list.table.rows.isEmpty {
    pieces.append((tongue.words(ScreenTalk.soFar(list.table.count)), Style(.muted)))
  }
  if list.anchor != nil {
    pieces.append((tongue.words(ScreenTalk.inRange(list.rangeIDs.count)), Style(.warning)))
  }
  if !list.marks.isEmpty {
    let words = tongue.words(marked: list.marks.count, hidden: list.hiddenMarks)
    pieces.append((words, Style(.warning)))
  }
  if list.table.order != list.table.shown.order {
    pieces.append((tongue.words(ScreenTalk.sorting(by: list.table.order.key)), Style(.muted)))
  }
  if !list.table.filter.isEmpty {
    pieces.append(("/\(list.table.filter.text)", Style(.accent)))
    let shown = list.table.isArranged ? list.table.rows.count : nil
    pieces.append((tongue.words(ScreenTalk.shown(shown, of: list.table.count)), .plain))
  }
  return pieces
}

/// The keys that are worth a hint, as many as there is room for.
private func hints(_ state: State) -> [(key: String, words: String)] {
  let names: [CommandName] = [
    .help, .quit, .stop, .delete, .start, state.isDetailOpen ? .back : .detail, .filter,
    .commandLine, .create, .mark, .sort, .actions, .pause, .refresh, .copyID,
  ]
  return names.compactMap { name in
    guard let row = CommandTable.row(of: name),
      let words = state.configuration.tongue.hint(name)
    else { return nil }
    return (row.keyName, words)
  }
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
