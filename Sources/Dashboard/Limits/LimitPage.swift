import Canvas
import Migration
import Words

/// The form for speed limits, laid out for a window; there is none when it has no room.
struct LimitPage {
  /// The lines, top to bottom.
  private(set) var page: Page
  /// Where the next character is typed, from the first line and column of the page.
  private(set) var entry = Frame.Position(row: 0, column: 0)

  private static let mostWidth = 72
  private static let leastWidth = 16
  /// Below this there is no room for a label and what is typed beside it.
  private static let leastForLabels = 40

  init?(_ form: LimitForm, of state: State) {
    let width = min(Self.mostWidth, state.size.columns - 4)
    let rows = state.size.rows - 2
    guard width >= Self.leastWidth, !state.size.isTiny else { return nil }
    let tongue = state.configuration.tongue
    let isWide = width >= Self.leastForLabels && rows >= 11
    page = Page(width: width, isASCII: state.configuration.isASCII)
    if isWide {
      page.add(Self.facts(of: form, in: state, width: width))
      page.addGap()
    }
    let label = tongue.words(LimitTalk.new)
    let style = Style(.accent, bold: true)
    if !isWide { page.addLine([(label, style)]) }
    let head = (isWide ? label.padded(to: width - page.roomForFact) : "") + "> "
    page.addLine([(head, style)])
    let start = columns(of: head)
    let window = form.line.window(width: width - start, isASCII: page.isASCII)
    page.extendLine(window.cells)
    entry = Frame.Position(row: page.lines.count - 1, column: start + window.cursor)
    if isWide { page.addGap() }
    let remark = state.remark(on: form)
    page.addText(remark.text, style: remark.style, limit: isWide ? 3 : max(1, rows - 2))
    guard isWide else { return }
    page.addGap()
    page.addLine([
      ("Enter", style), (" " + tongue.words(ScreenWord.goOn), .plain),
      ("  Esc", style), (" " + tongue.words(ScreenWord.close), .plain),
    ])
  }

  /// Whose limits these are, what they are by now, and by which clocks their hours are counted.
  static func facts(of form: LimitForm, in state: State, width: Int) -> Page {
    let (configuration, tongue) = (state.configuration, state.configuration.tongue)
    var page = Page(width: width, isASCII: configuration.isASCII)
    if form.targets.count == 1, let target = form.targets.first {
      let route = state.list.table.task(target.id).map {
        RouteText.text(of: $0, width: page.roomForFact, isASCII: page.isASCII)
      }
      page.addFact(
        tongue.words(Label.route), route ?? target.name, style: Style(bold: true), limit: 1)
      page.addFact(tongue.words(Label.id), target.id.description)
    } else {
      page.addText(tongue.words(.tasks(form.targets.count)), style: Style(bold: true), limit: 1)
    }
    let protection = configuration.isProtected ? " (\(tongue.words(ScreenWord.protected)))" : ""
    page.addFact(tongue.words(Label.profile), configuration.profile + protection, limit: 1)
    let present = form.present.map { limitsText($0, in: tongue) } ?? tongue.words(.different)
    page.addFact(tongue.words(Label.limit), present)
    let zone = state.windowZone.map(Finding.windowZone) ?? .noWindowZone
    page.addFact("", tongue.words(zone), style: Style(.muted))
    return page
  }
}

/// Draws the form for speed limits in the middle of the screen.
func drawLimits(_ form: LimitForm, of state: State, on frame: inout Frame) {
  guard let content = LimitPage(form, of: state) else { return }
  let inside = frame.drawPage(
    content.page, title: state.configuration.tongue.words(LimitTalk.title))
  frame.cursor = Frame.Position(
    row: inside.row + content.entry.row, column: inside.column + content.entry.column)
}

/// Speed limits as they are typed, or that there are none.
func limitsText(_ windows: [BandwidthWindow], in tongue: any Tongue) -> String {
  windows.isEmpty
    ? tongue.words(LimitTalk.none) : windows.map(\.text).joined(separator: " ")
}

extension State {
  /// What there is to say about what was typed: what is wrong with it, or how it is written.
  func remark(on form: LimitForm) -> (text: String, style: Style) {
    if case .failure(let fault) = form.windows { return (words(fault), Style(.warning)) }
    return (configuration.tongue.words(LimitTalk.hint), Style(.muted))
  }
}
