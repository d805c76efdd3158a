package import Canvas

/// Makes pictures one after the other, each of the state alone; what stays as it was is not formatted
/// again.
package struct Renderer: Sendable {
  private var rows = DrawnRows()

  /// Nothing was drawn yet.
  package init() {}

  /// The picture of `state`.
  package mutating func frame(of state: State) -> Frame { render(state, &rows) }
}

/// The picture of `state`.
///
/// Formats no more than is on the screen.
package func render(_ state: State) -> Frame {
  var renderer = Renderer()
  return renderer.frame(of: state)
}

private func render(_ state: State, _ rows: inout DrawnRows) -> Frame {
  var frame = Frame(size: state.size, isASCII: state.configuration.isASCII)
  if state.size.isTiny {
    drawStatusLine(state, on: &frame)
    return frame
  }
  let regions = state.regions
  drawHeader(state, on: &frame)
  if let row = regions.graphRow { drawGraph(state, row: row, on: &frame) }
  drawWelcome(state, in: regions.welcome, on: &frame)
  drawTable(state, in: regions.table, &rows, on: &frame)
  drawInspector(state, in: regions.detail, on: &frame)
  drawFooter(state, row: regions.footerRow, on: &frame)
  for layer in state.layers { draw(layer, of: state, on: &frame) }
  return frame
}

private func draw(_ layer: Layer, of state: State, on frame: inout Frame) {
  switch layer {
  case .help(let pager): drawHelp(state, from: pager.top, on: &frame)
  case .messages(let pager): drawMessages(state, from: pager.top, on: &frame)
  case .past(let pager): drawPast(state, from: pager.top, on: &frame)
  case .sortMenu(let menu): drawSortMenu(state, row: menu.row, on: &frame)
  case .profiles(let menu): drawProfiles(menu, of: state, on: &frame)
  case .actionMenu(let menu): drawActionMenu(menu, of: state, on: &frame)
  case .prompt(let prompt): drawPrompt(prompt, of: state, on: &frame)
  case .newTask(let dialogue): drawNewTask(dialogue, of: state, on: &frame)
  case .limits(let form): drawLimits(form, of: state, on: &frame)
  case .sheet(_, let pager): drawSheet(state, from: pager.top, on: &frame)
  case .filterEntry, .commandEntry: break
  }
}
