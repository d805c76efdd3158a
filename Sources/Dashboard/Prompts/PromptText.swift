import Canvas
import Migration
import Words

/// What a prompt says, section by section.
struct PromptText {
  private let prompt: Prompt
  private let configuration: DashboardConfiguration
  private let challenge: Challenge?
  private let action: TaskAction
  private let now: Duration
  private let table: TaskTable
  private let zone: WindowZone?
  private var tongue: any Tongue { configuration.tongue }

  init(_ prompt: Prompt, state: State) {
    self.prompt = prompt
    configuration = state.configuration
    challenge = prompt.plan(in: configuration)?.challenge
    action = prompt.review?.action ?? prompt.action
    now = state.now
    table = state.list.table
    zone = state.windowZone
  }

  /// The verb and what it is about.
  var title: String {
    tongue.words(.question(action, prompt.targets.count))
  }

  /// Who is asked about, and how it stands now.
  func facts(width: Int) -> Page {
    var page = newPage(width)
    if prompt.targets.count == 1, let target = prompt.targets.first {
      let entry = prompt.review?.entries.first ?? Review.Entry(target: target)
      let room = page.roomForFact
      page.addFact(
        tongue.words(Label.route), routes(of: [entry], [room]).joined(),
        style: Style(bold: true), limit: 1)
      page.addFact(tongue.words(Label.id), target.id.description)
      page.addName(entry.target.name)
    }
    let protection = configuration.isProtected ? " (\(tongue.words(ScreenWord.protected)))" : ""
    page.addFact(tongue.words(Label.profile), configuration.profile + protection, limit: 1)
    if let limits = prompt.limits(in: tongue, zone: zone) {
      // A limit that does not fit must not be agreed to.
      page.addFact(tongue.words(Label.limit), limits, style: Style(bold: true), limit: 20)
    }
    guard let review = prompt.review else {
      page.addFact(
        tongue.words(Label.state), tongue.words(.readingAgain), style: Style(.active))
      return page
    }
    guard review.entries.count == 1, let task = review.entries.first?.task else { return page }
    let state = [stateText(task.state), tongue.words(readSince: now - (prompt.readAt ?? now))]
    page.addFact(
      tongue.words(Label.state), state.joined(separator: tongue.comma), style: task.state.style)
    if prompt.form == nil {
      page.addFact(tongue.words(Label.progress), task.progressSentence(in: tongue), limit: 2)
    } else {
      page.addFact(tongue.words(Label.source), task.source.sentence, limit: 2)
      page.addFact(tongue.words(Label.destination), task.destination.sentence, limit: 2)
    }
    return page
  }

  /// The targets of a prompt about several, no more than `limit` lines.
  func list(width: Int, limit: Int) -> Page {
    var page = newPage(width)
    guard limit > 0, prompt.targets.count > 1 else { return page }
    let entries =
      prompt.review?.entries
      ?? prompt.targets.map { Review.Entry(target: $0) }
    let sorted = entries.filter { !isRefused($0) } + entries.filter(isRefused)
    let shown = sorted.count <= limit ? limit : limit - 1
    let listed = Array(sorted.prefix(shown))
    let rooms = listed.map { roomForRoute(of: $0, width: width) }
    for (entry, route) in zip(listed, routes(of: listed, rooms)) {
      page.addLine(pieces(of: entry, route, width: width))
    }
    if sorted.count > shown {
      page.addLine([(tongue.words(.more(sorted.count - shown)), Style(.muted))])
    }
    return page
  }

  /// What cannot be undone, or why nothing can be done.
  func warnings(width: Int) -> Page {
    var page = newPage(width)
    guard let review = prompt.review else { return page }
    let refused = review.entries.filter { $0.obstacle != nil }
    if configuration.isReadOnly {
      page.addText(tongue.words(.nothingChangeable), style: Style(.warning))
    } else if review.ready.isEmpty {
      let obstacle = refused.count == 1 ? refused.first?.obstacle : nil
      let reason = obstacle.map(tongue.line) ?? tongue.words(.noneAllows)
      page.addText(tongue.words(.notPossible(reason)), style: Style(.warning))
    } else {
      if !refused.isEmpty {
        page.addText(tongue.words(.leftAlone(refused.count)), style: Style(.warning))
      }
      for sentence in sentences { page.addText(sentence) }
    }
    if let selection { page.addText(selection + tongue.fullStop, style: Style(.warning)) }
    return page
  }

  /// Which tasks are asked about, where the table does not show that.
  private var selection: String? {
    let (count, hidden) = (prompt.targets.count, prompt.hiddenTargets)
    switch prompt.choice {
    case .filter(let text): return tongue.words(passing: text, count: count, hidden: hidden)
    case _ where hidden == 0: return nil
    case .marked: return tongue.words(marked: count, hidden: hidden)
    case .pointed: return tongue.words(passing: nil, count: count, hidden: hidden)
    }
  }

  /// The answers, the harmless one in focus.
  func answers(width: Int) -> Page {
    if let form = formText { return form.page(width: width) }
    var page = newPage(width)
    let keep = (
      text: "[ \(tongue.words(challenge == nil ? .close : ScreenWord.keep)) ]",
      style: Style(reversed: true)
    )
    if let choice { page.addLine(choice) }
    switch challenge {
    case .none: page.addLine([keep, ("  Enter, Esc", Style(.muted))])
    case .yes:
      page.addLine([
        keep, ("   ", .plain), ("y", Style(.accent, bold: true)),
        (" " + tongue.title(action), .plain),
      ])
    case .number, .profile:
      let answer = challenge?.typedAnswer ?? ""
      page.addText(tongue.words(.type(action, answer: answer)))
      page.addLine([("> ", Style(.accent)), (prompt.typed, Style(bold: true))])
      page.addLine([keep, ("  Esc", Style(.muted))])
    }
    return page
  }

  /// Where the next character that is typed stands, from the last line; `nil` when none is.
  func entry(width: Int) -> (linesBelow: Int, column: Int)? {
    if let form = formText { return form.entry(width: width) }
    guard challenge?.typedAnswer != nil else { return nil }
    return (linesBelow: 1, column: min(width - 1, 2 + columns(of: prompt.typed, limit: width)))
  }

  private var formText: KeyFormText? {
    prompt.form.map { KeyFormText($0, in: configuration) }
  }

  /// What is to be known before the question that is asked now.
  private var sentences: [String] {
    guard prompt.form != nil else { return tongue.consequences(of: action) }
    let words: [ScreenWord] = prompt.targets.count == 1 ? [.keysAgain] : [.keysAgain, .sameKeys]
    return words.map(tongue.words)
  }

  /// The key that chooses other objects, and which.
  private var choice: [(text: String, style: Style)]? {
    guard let challenge, let review = prompt.review, review.canLimitToFailed else { return nil }
    let name = challenge.choiceKey == .tab ? "Tab" : "f"
    let other = action == .start(failedOnly: true) ? ScreenWord.allObjects : .onlyFailed
    return [(name, Style(.accent, bold: true)), (" " + tongue.words(other), .plain)]
  }

  /// Where each target takes what from, as far as that is known, no two alike.
  private func routes(of entries: [Review.Entry], _ widths: [Int]) -> [String] {
    let tasks = entries.map { entry in
      entry.task ?? table.task(entry.target.id) ?? MigrationTask(unread: entry.target)
    }
    return RouteText.texts(tasks, widths: widths, isASCII: configuration.isASCII)
      .map { $0.isEmpty ? tongue.words(.noName) : $0 }
  }

  /// Whether nothing will be done to a target; before it was read nobody knows.
  private func isRefused(_ entry: Review.Entry) -> Bool {
    prompt.review != nil && entry.obstacle != nil
  }

  private func newPage(_ width: Int) -> Page {
    Page(width: width, isASCII: configuration.isASCII)
  }

  /// Of a line about a target that is left alone, the larger part is why.
  private func roomForRoute(of entry: Review.Entry, width: Int) -> Int {
    if isRefused(entry) { return width * 2 / 5 }
    return max(0, width - entry.target.id.description.count - 2 - standing(of: entry).count)
  }

  /// How a target stands, for the end of its line.
  private func standing(of entry: Review.Entry) -> String {
    entry.task.map { "  \(stateText($0.state)) \($0.progressText)" } ?? ""
  }

  private func pieces(
    of entry: Review.Entry, _ route: String, width: Int
  ) -> [(text: String, style: Style)] {
    if isRefused(entry), let obstacle = entry.obstacle {
      return [(route + "  " + tongue.line(obstacle), Style(.muted))]
    }
    let room = roomForRoute(of: entry, width: width)
    return [
      ("\(entry.target.id)  ", .plain), (route.padded(to: room), .plain),
      (standing(of: entry), entry.task?.state.style ?? .plain),
    ]
  }
}
