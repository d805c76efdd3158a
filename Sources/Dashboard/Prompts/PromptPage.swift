import Canvas

/// The words of a prompt, laid out for a window; there is none when it has not room for all that a
/// user must know before answering.
///
/// Both the picture and the rule that a hidden prompt is cancelled are made from it.
struct PromptPage {
  /// The title: the verb and what it is about.
  let title: String
  /// The lines, top to bottom.
  let page: Page
  /// Where the answer is typed, from the first line and column of the page.
  let entry: Frame.Position?

  /// The narrowest that a question can be read in.
  private static let leastWidth = 16
  private static let mostWidth = 72

  init?(_ prompt: Prompt, of state: State) {
    let width = min(Self.mostWidth, state.size.columns - 4)
    let rows = state.size.rows - 2
    guard width >= Self.leastWidth, !state.size.isTiny else { return nil }
    let text = PromptText(prompt, state: state)
    title = text.title
    let sections = [
      text.facts(width: width), text.warnings(width: width), text.answers(width: width),
    ].filter { !$0.lines.isEmpty }
    let fixed = sections.reduce(0) { $0 + $1.lines.count }
    let listRoom = prompt.targets.count > 1 ? rows - fixed : 0
    guard fixed <= rows, prompt.targets.count == 1 || listRoom >= 2 else { return nil }
    let list = text.list(width: width, limit: min(listRoom, 12))
    let isAiry = fixed + list.lines.count + sections.count - 1 <= rows
    var page = Page(width: width, isASCII: state.configuration.isASCII)
    for (index, section) in sections.enumerated() {
      if index > 0, isAiry { page.addGap() }
      page.add(section)
      if index == 0 { page.add(list) }
    }
    self.page = page
    entry = text.entry(width: width).map {
      Frame.Position(row: page.lines.count - 1 - $0.linesBelow, column: $0.column)
    }
  }
}

/// Draws a prompt in the middle of the screen.
func drawPrompt(_ prompt: Prompt, of state: State, on frame: inout Frame) {
  guard let content = PromptPage(prompt, of: state) else { return }
  let inside = frame.drawPage(content.page, title: content.title)
  frame.cursor = content.entry.map {
    Frame.Position(row: inside.row + $0.row, column: inside.column + $0.column)
  }
}
