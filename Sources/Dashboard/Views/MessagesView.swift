import Canvas
import Words

/// What was told since the dashboard opened, the newest first.
enum MessagesPage {
  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 2) }

  /// The lines, laid out for a window.
  static func page(_ state: State) -> Page {
    var page = Page(
      width: min(100, state.size.columns - 4), isASCII: state.configuration.isASCII)
    let tongue = state.configuration.tongue
    if state.messages.lines.isEmpty { page.addText(tongue.noMessages, style: Style(.muted)) }
    for line in state.messages.lines.reversed() {
      let time = line.date.flatMap(dateText) ?? ""
      page.addText(time + " " + line.notice.text, style: line.notice.kind.style)
    }
    return page
  }
}

/// Draws what was told, from line `top` on.
func drawMessages(_ state: State, from top: Int, on frame: inout Frame) {
  frame.drawPage(MessagesPage.page(state), title: state.configuration.tongue.messages, from: top)
}
