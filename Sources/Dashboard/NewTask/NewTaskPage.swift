import Canvas
import Migration
import Words

/// The making of a new task, laid out for a window; there is none when a question has not room for all
/// that a user must know before answering.
struct NewTaskPage {
  /// The lines, top to bottom.
  private(set) var page: Page
  /// Where the next character is typed, from the first line and column of the page.
  private(set) var entry: Frame.Position?

  private let state: State
  private let rows: Int
  private var tongue: any Tongue { state.configuration.tongue }

  private static let mostWidth = 72
  private static let leastWidth = 16
  /// Below this there is no room for a label and what is typed beside it.
  private static let leastForLabels = 40

  init?(_ dialogue: NewTaskDialogue, of state: State) {
    let width = min(Self.mostWidth, state.size.columns - 4)
    guard width >= Self.leastWidth, !state.size.isTiny else { return nil }
    self.state = state
    rows = state.size.rows - 2
    page = Page(width: width, isASCII: state.configuration.isASCII)
    switch dialogue.stage {
    case .typing: addForm(dialogue.form)
    case .closed: page.addText(tongue.words(NewTaskTalk.closed))
    case .finding(let task):
      addFacts(of: task, dialogue.form)
      page.addText(tongue.words(NewTaskTalk.findingKeys), style: Style(.active))
    case .unseen(.keys(let task, let form)), .open(.keys(let task, let form)):
      addFacts(of: task, dialogue.form)
      add(KeyFormText(form, in: state.configuration), width)
    case .unseen(.consent(let task)), .open(.consent(let task)):
      addFacts(of: task, dialogue.form)
      page.addText(tongue.words(NewTaskTalk.consequence))
      addAnswers(dialogue.answer)
    }
    guard dialogue.question == nil || page.lines.count <= rows else { return nil }
  }

  /// The lines that are typed, or where there is no room for all, the one that is typed into.
  private mutating func addForm(_ form: NewTaskForm) {
    let isWide = page.width >= Self.leastForLabels && rows >= NewTaskForm.Field.allCases.count + 4
    for field in isWide ? NewTaskForm.Field.allCases : [form.field] {
      let hasFocus = field == form.field
      let label = tongue.words(field).padded(to: isWide ? 14 : 0)
      let style = hasFocus ? Style(.accent, bold: true) : Style(.muted)
      if !isWide { page.addLine([(label, style)]) }
      let head = (isWide ? label : "") + (hasFocus ? "> " : "  ")
      page.addLine([(head, style)])
      let start = columns(of: head)
      let window = form.editor(of: field).window(
        width: page.width - start, isASCII: page.isASCII)
      page.extendLine(window.cells)
      if hasFocus {
        entry = Frame.Position(row: page.lines.count - 1, column: start + window.cursor)
      }
    }
    if isWide { page.addGap() }
    // The form covers the last line of a low window, which would have told it.
    let told = isWide ? nil : state.notice.map { ($0.text, $0.kind.style) }
    let remark: (text: String, style: Style) = told ?? state.remark(on: form)
    page.addText(remark.text, style: remark.style, limit: isWide ? 3 : max(1, rows - 2))
    guard isWide else { return }
    page.addGap()
    page.addLine([
      ("Enter", Style(.accent, bold: true)),
      (" " + tongue.words(form.isAtEnd ? ScreenWord.goOn : .next), .plain),
      ("  Esc", Style(.accent, bold: true)), (" " + (tongue.hint(.back) ?? ""), .plain),
      ("  ^T", Style(.accent, bold: true)), (" " + tongue.words(NewTaskTalk.copies), .plain),
    ])
  }

  /// All that is to be known of a task before it is made, nothing of it cut.
  static func facts(of task: NewTask, like model: NewTaskForm.Model?, in state: State, width: Int)
    -> Page
  {
    let (configuration, tongue) = (state.configuration, state.configuration.tongue)
    var page = Page(width: width, isASCII: configuration.isASCII)
    func add(_ label: Label, _ value: String, isBold: Bool = false) {
      page.addFact(tongue.words(label), value, style: Style(bold: isBold), limit: mostLines)
    }
    add(.source, task.source.sentence, isBold: true)
    add(.destination, task.destination.sentence, isBold: true)
    if let example = ArrivalExample(task) { add(.example, example.line) }
    if !task.settings.description.isEmpty { add(.description, task.settings.description) }
    page.addLimits(task.settings.bandwidth, zone: state.windowZone, in: tongue)
    if let model { add(.type, tongue.words(NewTaskTalk.likeTask(model.id, model.kind))) }
    let protection = configuration.isProtected ? " (\(tongue.words(ScreenWord.protected)))" : ""
    add(.profile, configuration.profile + protection)
    return page
  }

  /// More than any window has.
  private static let mostLines = 200

  private mutating func addFacts(of task: NewTask, _ form: NewTaskForm) {
    page.add(Self.facts(of: task, like: form.model, in: state, width: page.width))
    page.addGap()
  }

  private mutating func add(_ text: KeyFormText, _ width: Int) {
    page.add(text.page(width: width))
    let place = text.entry(width: width)
    entry = Frame.Position(row: page.lines.count - 1 - place.linesBelow, column: place.column)
  }

  private mutating func addAnswers(_ answer: AnswerLine) {
    let back = (text: "[ \(tongue.words(NewTaskTalk.goBack)) ]", style: Style(reversed: true))
    guard let wanted = state.configuration.challengeOfCreation.typedAnswer else {
      page.addLine([
        back, ("   ", .plain), ("y", Style(.accent, bold: true)),
        (" " + tongue.words(NewTaskTalk.agree), .plain),
      ])
      return
    }
    page.addText(tongue.words(NewTaskTalk.type(answer: wanted)))
    page.addLine([("> ", Style(.accent)), (answer.typed, Style(bold: true))])
    entry = Frame.Position(
      row: page.lines.count - 1,
      column: min(page.width - 1, 2 + columns(of: answer.typed, limit: page.width)))
    page.addLine([back, ("  Esc", Style(.muted))])
  }
}

/// Draws the making of a new task in the middle of the screen.
func drawNewTask(_ dialogue: NewTaskDialogue, of state: State, on frame: inout Frame) {
  guard let content = NewTaskPage(dialogue, of: state) else { return }
  let title = state.configuration.tongue.words(NewTaskTalk.title)
  let inside = frame.drawPage(content.page, title: title)
  frame.cursor = content.entry.map {
    Frame.Position(row: inside.row + $0.row, column: inside.column + $0.column)
  }
}

extension State {
  /// What there is to say about what was typed: how the line is written, what is wrong with it, or where
  /// an object would arrive.
  func remark(on form: NewTaskForm) -> (text: String, style: Style) {
    let tongue = configuration.tongue
    if let fault = form.fault(of: form.field) { return (words(fault), Style(.warning)) }
    let isEmpty = form.editor(of: form.field).text.trimmed.isEmpty
    if !isEmpty || form.isAtEnd,
      let example = (try? form.task.get()).flatMap({ ArrivalExample($0) })
    {
      return (example.line, Style(.good))
    }
    return (tongue.words(NewTaskTalk.hint(form.field)), Style(.muted))
  }
}
