import Canvas
import Migration
import Words

/// Draws the choice of a column to sort by.
func drawSortMenu(_ state: State, row: Int, on frame: inout Frame) {
  var page = Page(width: min(24, frame.size.columns - 4), isASCII: frame.isASCII)
  for (index, key) in TaskOrder.Key.allCases.enumerated() {
    page.addChoice(state.configuration.tongue.words(key), isChosen: index == row)
  }
  let height = max(1, frame.size.rows - 2)
  frame.drawPage(
    page, title: state.configuration.tongue.words(ScreenWord.sortBy), from: max(0, row - height + 1)
  )
}

/// Draws the choice of an action, with the reason beside each one that is not possible now.
func drawActionMenu(_ menu: ActionMenu, of state: State, on frame: inout Frame) {
  let tongue = state.configuration.tongue
  var page = Page(width: min(64, frame.size.columns - 4), isASCII: frame.isASCII)
  if menu.targets.count == 1, let target = menu.targets.first {
    let task = state.list.table.task(target.id)
    let route = task.map { RouteText.text(of: $0, width: page.width, isASCII: page.isASCII) }
    page.addText(route ?? String(target.name.prefix(100)), style: Style(bold: true), limit: 1)
    page.addLine([(target.id.description, Style(.muted))])
    page.addName(target.name)
  } else {
    page.addText(tongue.words(ScreenTalk.tasks(menu.targets.count)), limit: 1)
  }
  var chosen = 0
  for (index, (action, row)) in CommandTable.actions.enumerated() {
    if index == menu.menu.row { chosen = page.lines.count }
    let words = row.keyName.padded(to: 3) + tongue.title(action) + "…"
    page.addChoice(words, isChosen: index == menu.menu.row)
    if let reason = state.reason(against: action, on: menu.targets) {
      page.addLine([("    " + reason, Style(.muted))])
    }
  }
  let height = max(1, frame.size.rows - 2)
  frame.drawPage(
    page, title: tongue.words(ScreenWord.actions), from: max(0, chosen - height + 1))
}

extension Page {
  mutating func addChoice(_ text: String, isChosen: Bool) {
    addLine([
      (isChosen ? "▸ " : "  ", Style(.accent, bold: true)),
      (text, Style(reversed: isChosen)),
    ])
  }
}

extension State {
  /// Why `action` is not possible now on any of `targets`, or `nil` when it is on one of them.
  func reason(against action: TaskAction, on targets: [TaskTarget]) -> String? {
    if configuration.isReadOnly { return configuration.tongue.words(.profileReadOnly) }
    let tasks = targets.compactMap { list.table.task($0.id) }
    let plans = action == .delete ? [action, .stopThenDelete] : [action]
    let isPossible = tasks.contains { task in
      plans.contains { $0.refusal(in: task.state) == nil }
    }
    if isPossible { return nil }
    let refusal = tasks.first.flatMap { action.refusal(in: $0.state) }
    return refusal.map { configuration.tongue.words($0.reason) }
      ?? configuration.tongue.words(.taskGone)
  }
}
