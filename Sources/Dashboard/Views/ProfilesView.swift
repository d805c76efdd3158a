import Canvas
import Migration
import Words

/// Draws the choice of a profile, with what is wrong beside each one that cannot be opened.
func drawProfiles(_ menu: ProfileMenu, of state: State, on frame: inout Frame) {
  let tongue = state.configuration.tongue
  var page = Page(width: min(64, frame.size.columns - 4), isASCII: frame.isASCII)
  if menu.opening != nil {
    page.addText(tongue.words(.opening(menu.name)))
    page.addText(tongue.words(ScreenWord.escGivesUp), style: Style(.muted))
    frame.drawPage(page, title: tongue.words(ScreenWord.profiles))
    return
  }
  if state.profiles.isEmpty { page.addText(tongue.words(ScreenWord.readingProfiles)) }
  var chosenLine = 0
  for (row, choice) in state.profiles.enumerated() {
    let isChosen = row == menu.row(in: state.profiles)
    if isChosen { chosenLine = page.lines.count }
    page.addChoice(choice.sentence(in: tongue), isChosen: isChosen)
    if let problem = choice.problem {
      page.addText(tongue.words(problem), style: Style(.warning), limit: 2)
    }
  }
  let height = max(1, frame.size.rows - 2)
  frame.drawPage(
    page, title: tongue.words(ScreenWord.profiles), from: max(0, chosenLine - height + 1))
}

extension ProfileChoice {
  /// Its name, what may be done with it, and where its service is.
  func sentence(in tongue: any Tongue) -> String {
    let remarks = [
      isReadOnly ? tongue.words(ScreenWord.readOnly) : nil,
      isProtected ? tongue.words(ScreenWord.protected) : nil,
    ]
    return ([name] + remarks.compactMap(\.self) + [endpoint]).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}
