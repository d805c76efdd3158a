import Canvas
import Migration
import Words

extension State {
  /// Which page of the inspector is shown.
  var page: InspectorPage {
    get { session.page }
    set { session.page = newValue }
  }

  /// Shows a page about the task under the cursor.
  mutating func open(_ page: InspectorPage) {
    if page != self.page { detailPager = Pager() }
    self.page = page
    if isDetailShown { return }
    if list.cursor == nil, list.spot != nil {
      notice = Notice(.info, configuration.tongue.severalTasks)
    }
    isDetailOpen = list.cursor != nil
  }

  /// Asks for what the page that is shown needs, and gives up what was asked about another task.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func askAboutTask() -> [Effect] {
    guard isDetailShown, let id = list.cursor else { return dropPapers() }
    let isOther = session.papers.map { $0.task != id } ?? false
    let effects = isOther ? dropPapers() : []
    guard page.isAskedFor, let task = list.current else { return effects }
    guard now >= (papersDueAt ?? now), let question = question(about: task) else { return effects }
    let (request, page) = (newRequest(), page)
    session.papers = session.papers ?? TaskPapers(of: id)
    session.papers?.ask(question, for: page, of: task, request: request)
    return effects + [.ask(question, about: id, request: request)]
  }

  /// Takes an answer to what was asked about the task that is looked at.
  mutating func take(_ answer: TaskAnswer, request: Int) {
    guard let page = session.papers?.take(answer, request: request) else { return }
    if answer == .notTold { session.untold.insert(page) }
  }

  /// Has what is looked at read again.
  mutating func readAgain() {
    session.papers?.outdate()
    session.untold = []
  }

  /// Whether there is something on a page to read.
  func hasRead(_ page: InspectorPage) -> Bool {
    !page.isAskedFor || session.untold.contains(page) || session.papers?[page].answer != nil
  }

  /// When something is asked about the task under the cursor, once that has not been moved for a moment;
  /// `nil` when there is nothing to ask, or no reason to wait.
  var papersDueAt: Duration? {
    guard page.isAskedFor, let moved = lastMoveAt, isDetailShown, let task = list.current else {
      return nil
    }
    let due = moved + Self.rest
    return now < due && question(about: task) != nil ? due : nil
  }

  /// Whoever goes through a list is not to leave a question at each of its tasks.
  private static let rest = Duration.milliseconds(300)

  private func question(about task: MigrationTask) -> TaskQuestion? {
    guard !session.untold.contains(page) else { return nil }
    let papers = session.papers.flatMap { $0.task == task.id ? $0 : nil }
    return (papers ?? TaskPapers(of: task.id))
      .question(for: page, of: task, wantsMore: isNearEnd)
  }

  /// Whether no more than a window is left below the one that is read, of a page with at least so many
  /// lines: counting them all would cost more than asking a little early.
  private func isNearEnd(of lines: Int) -> Bool {
    detailPager.top + 2 * max(1, regions.detail.rows - 1) >= lines
  }

  /// Forgets what was read about a task.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func dropPapers() -> [Effect] {
    let requests = session.papers?.requests ?? []
    session.papers = nil
    return requests.map { .cancel(request: $0) }
  }
}

extension InspectorPage {
  /// Whether the list does not tell what stands on it.
  fileprivate var isAskedFor: Bool {
    switch self {
    case .detail, .settings: false
    case .failedObjects, .events, .log: true
    }
  }
}
