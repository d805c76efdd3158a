package import Canvas

/// The picture of `state`.
///
/// Formats no more than is on the screen.
package func render(_ state: State) -> Frame {
  var frame = Frame(size: state.size, isASCII: state.configuration.isASCII)
  if state.size.isTiny {
    drawStatusLine(state, on: &frame)
    return frame
  }
  let regions = state.regions
  drawHeader(state, on: &frame)
  if let row = regions.graphRow { drawGraph(state, row: row, on: &frame) }
  drawTable(state, in: regions.table, on: &frame)
  drawDetail(state, in: regions.detail, on: &frame)
  drawFooter(state, row: regions.footerRow, on: &frame)
  switch state.overlay {
  case .help(let top): drawHelp(state, from: top, on: &frame)
  case .messages(let top): drawMessages(state, from: top, on: &frame)
  case .sortMenu(let row): drawSortMenu(state, row: row, on: &frame)
  case .actionMenu(let menu): drawActionMenu(menu, of: state, on: &frame)
  case .prompt(let prompt): drawPrompt(prompt, of: state, on: &frame)
  case .sheet(_, let top): drawSheet(state, from: top, on: &frame)
  case .filterEntry, .none: break
  }
  return frame
}
