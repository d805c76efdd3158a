import Canvas
import Words

extension State {
  /// What somebody is told who has not pressed a key yet; nothing once they have.
  var welcome: [String] {
    guard configuration.isDemo, !session.isTouched else { return [] }
    return WelcomeTalk.allCases.map(configuration.tongue.words)
  }
}

/// Draws what a newcomer is told, a line a sentence.
func drawWelcome(_ state: State, in rect: Rect, on frame: inout Frame) {
  for (offset, sentence) in state.welcome.prefix(rect.rows).enumerated() {
    frame.write(
      fitted(
        sentence, width: rect.columns - 2, style: Style(bold: true), isASCII: frame.isASCII),
      row: rect.row + offset, column: rect.column + 1)
  }
}
