import Canvas
import Migration
import Words

/// What a form for keys looks like: a line a field, secrets as dots, long keys by their end.
struct KeyFormText {
  private let form: KeyForm
  private let isASCII: Bool
  private let tongue: any Tongue

  /// Below this there is room for short labels only.
  private static let leastWidth = 40

  init(_ form: KeyForm, in configuration: DashboardConfiguration) {
    self.form = form
    isASCII = configuration.isASCII
    tongue = configuration.tongue
  }

  /// The fields, and below them the harmless answer.
  func page(width: Int) -> Page {
    var page = Page(width: width, isASCII: isASCII)
    for field in form.fields {
      let hasFocus = field == form.field
      let label = tongue.words(field, isShort: isNarrow(width))
      page.addLine([
        (
          label.padded(to: labelWidth(width)), hasFocus ? Style(.accent, bold: true) : Style(.muted)
        ),
        (hasFocus ? "> " : "  ", Style(.accent)),
        (shown(field, width: width), Style(bold: true)),
      ])
    }
    let next = form.isAtEnd && form.isComplete ? ScreenWord.goOn : .next
    page.addLine([
      (text: "[ \(tongue.words(ScreenWord.keep)) ]", style: Style(reversed: true)),
      (text: "  Esc   ", style: Style(.muted)),
      (text: "Enter", style: Style(.accent, bold: true)),
      (text: " " + tongue.words(next), style: .plain),
    ])
    return page
  }

  /// Where the next character stands, from the last line of the page.
  func entry(width: Int) -> (linesBelow: Int, column: Int) {
    let length = columns(of: shown(form.field, width: width), limit: width)
    return (
      linesBelow: form.fields.count - form.focus,
      column: min(width - 1, labelWidth(width) + 2 + length)
    )
  }

  /// The end of what was typed, with a column left for the next character.
  private func shown(_ field: KeyForm.Field, width: Int) -> String {
    let room = max(0, width - labelWidth(width) - 3)
    let text = form.text(of: field).reveal()
    if field.isSecret {
      return String(repeating: isASCII ? "*" : "•", count: min(text.count, room))
    }
    return String(text.suffix(room))
  }

  private func labelWidth(_ width: Int) -> Int { isNarrow(width) ? 12 : 24 }

  private func isNarrow(_ width: Int) -> Bool { width < Self.leastWidth }
}
