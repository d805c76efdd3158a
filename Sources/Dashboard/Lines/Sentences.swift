import Canvas
import Migration
import Words

extension State {
  /// The most tasks that are told at once.
  static let mostTold = 20
  /// The columns that facts and questions are set in.
  private static let width = 76

  private var tongue: any Tongue { configuration.tongue }

  /// Who is asked, how many tasks are in which state, and how everything goes.
  var summary: String {
    let counts = countsText(self, room: .max)
    let speed = list.table.tally.speed > 0 ? [shortBytes(list.table.tally.speed) + "/s"] : []
    let parts = [counts] + speed + progressTexts(self).compactMap(\.first)
    return "\(configuration.profile): "
      + parts.filter { !$0.isEmpty }.joined(separator: tongue.comma)
  }

  /// The tasks that are shown, a sentence each, as many as can be listened to.
  var listSentences: [String] {
    let rows = list.table.rows
    guard !rows.isEmpty else { return emptyTableText(self) }
    let told = rows.prefix(Self.mostTold).compactMap(list.table.task).map(sentence)
    let rest = rows.count - told.count
    return told + (rest > 0 ? [tongue.words(ScreenTalk.more(rest))] : [])
  }

  /// A task in one line: its id, its state, where it takes what from, and how far it is.
  func sentence(of task: MigrationTask) -> String {
    let route = RouteText.text(of: task, width: 200, isASCII: configuration.isASCII)
    var parts = ["\(task.id) \(stateText(task.state)): \(route)"]
    switch task.state {
    case .failed: parts.append(tongue.whyFailed(task))
    case .running, .retrying, .stopping, .stopped:
      // Of a total that nobody knows yet there is no part.
      parts += task.isScanning ? [tongue.scanning] : [task.progressText, task.shortBytesText]
    case .succeeded: parts.append(task.shortBytesText)
    case .initialising, .waiting, .unknown: break
    }
    if task.currentSpeed.rawValue > 0 {
      parts.append(shortBytes(task.currentSpeed.rawValue) + "/s")
    }
    if let left = task.currentTimeLeft {
      parts.append(tongue.words(LineTalk.left(durationText(left))))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: tongue.comma)
  }

  /// Whether what has become of a task is worth a sentence: not when it is as it was, or the filter hides
  /// it.
  func isNews(_ id: TaskID, was old: MigrationTask?) -> Bool {
    let task = list.table.task(id)
    guard let known = task ?? old, list.table.shown.filter.matches(known) else { return false }
    return task?.state != old?.state
  }

  /// What has become of a task since it was told last.
  func sentence(of id: TaskID, was old: MigrationTask?) -> String {
    if let task = list.table.task(id) {
      let before = old.map { LineTalk.was($0.state) } ?? .appeared
      return sentence(of: task) + tongue.comma + tongue.words(before)
    }
    let route = old.map { RouteText.text(of: $0, width: 200, isASCII: configuration.isASCII) } ?? ""
    return "\(id) \(tongue.words(LineTalk.gone)): \(route)"
  }

  /// What the page of the inspector says of a task that is shown.
  func inspection(of task: MigrationTask) -> [String] {
    var text = emptyPage
    add(page, about: task, to: &text)
    return text.lines.map(\.text)
  }

  /// What the layer that has the keys says when it begins to.
  var layerSentences: [String] {
    switch layer {
    case .help:
      CommandTable.rows.filter { $0.name != .commandLine }.map { row in
        "\(row.name.rawValue) (\(row.label)): \(tongue.words(row.name))"
      }
    case .messages: MessagesPage.page(self).lines.map(\.text)
    case .past: PastPage.page(self).lines.map(\.text)
    case .sortMenu: numbered(TaskOrder.Key.allCases.map(tongue.words))
    case .profiles(let menu) where menu.opening != nil: [tongue.words(.opening(menu.name))]
    case .profiles: numbered(profiles.map { $0.sentence(in: tongue) })
    case .actionMenu: numbered(CommandTable.actions.map { tongue.title($0.action) })
    case .filterEntry: [tongue.words(LineTalk.filter)]
    case .prompt(let prompt): sentences(of: prompt)
    case .newTask(let dialogue): sentences(of: dialogue)
    case .limits(let form): sentences(of: form)
    case .sheet: actions.compactMap(heldText)
    case .commandEntry, .none: []
    }
  }

  private func numbered(_ choices: [String]) -> [String] {
    choices.enumerated().map { "\($0 + 1) \($1)" } + [tongue.words(LineTalk.choose)]
  }

  /// A question: what the screen shows of it, and then how to answer in a line.
  private func sentences(of prompt: Prompt) -> [String] {
    let text = PromptText(prompt, state: self)
    if let field = prompt.form?.field, prompt.form?.focus != 0 { return [keySentence(field)] }
    var page = emptyPage
    page.addText(text.title)
    page.add(text.facts(width: page.width))
    page.add(text.list(width: page.width, limit: Self.mostTold))
    page.add(text.warnings(width: page.width))
    return page.lines.map(\.text) + answers(to: prompt)
  }

  private func answers(to prompt: Prompt) -> [String] {
    if let field = prompt.form?.field { return [keySentence(field)] }
    guard let challenge = prompt.plan(in: configuration)?.challenge else {
      return [tongue.words(LineTalk.closes)]
    }
    let action = prompt.review?.action ?? prompt.action
    let objects: ScreenWord = action == .start(failedOnly: true) ? .allObjects : .onlyFailed
    let choice = objectsKey(of: prompt).map { tongue.words(LineTalk.choice($0.lineName, objects)) }
    let agree =
      challenge.typedAnswer.map { tongue.words(ScreenTalk.type(action, answer: $0)) }
      ?? tongue.words(LineTalk.agree(action))
    return [choice, agree, tongue.words(LineTalk.otherwise)].compactMap(\.self)
  }

  /// The making of a new task: the line that is to be typed, or the question about it.
  private func sentences(of dialogue: NewTaskDialogue) -> [String] {
    let form = dialogue.form
    switch dialogue.stage {
    case .typing:
      let text = form.editor(of: form.field).text
      let head = form.focus == 0 ? [tongue.words(NewTaskTalk.title)] : []
      return head + ["\(tongue.words(form.field)): \(text)", remark(on: form).text]
        + [tongue.words(LineTalk.line(form.field))]
    case .finding: return [tongue.words(NewTaskTalk.findingKeys)]
    case .closed: return [tongue.words(LineTalk.backToForm)]
    case .unseen(let question), .open(let question): return sentences(of: question, form.model)
    }
  }

  private func sentences(
    of question: NewTaskDialogue.Question, _ model: NewTaskForm.Model?
  ) -> [String] {
    func facts(_ task: NewTask) -> [String] {
      NewTaskPage.facts(of: task, like: model, in: self, width: Self.width).lines.map(\.text)
    }
    switch question {
    case .keys(let task, let form):
      return (form.focus == 0 ? facts(task) : []) + [keySentence(form.field)]
    case .consent(let task):
      let agree =
        configuration.challengeOfCreation.typedAnswer.map {
          tongue.words(NewTaskTalk.type(answer: $0))
        } ?? tongue.words(LineTalk.agreeToCreate)
      let rest = [tongue.words(NewTaskTalk.consequence), agree, tongue.words(LineTalk.otherwise)]
      return facts(task) + rest
    }
  }

  /// New speed limits: what there is to know, and how they are typed.
  private func sentences(of form: LimitForm) -> [String] {
    let facts = LimitPage.facts(of: form, in: self, width: Self.width).lines.map(\.text)
    return [tongue.words(LimitTalk.title)] + facts
      + ["\(tongue.words(LimitTalk.new)): \(form.line.text)", remark(on: form).text]
      + [tongue.words(LineTalk.limits(none: Self.noLimits))]
  }

  private func keySentence(_ field: KeyForm.Field) -> String {
    tongue.words(LineTalk.key(field))
  }

  private var emptyPage: Page { Page(width: Self.width, isASCII: configuration.isASCII) }
}
