import Canvas
import FoundationEssentials
import Migration
import Words

/// What was read about a task, as the lines of its page.
struct PapersView {
  let state: State
  let task: MigrationTask

  private var tongue: any Tongue { state.configuration.tongue }

  /// Adds what was read for a page, or why there is nothing.
  func add(_ name: InspectorPage, to page: inout Page) {
    if state.session.untold.contains(name) { return addUntold(name, to: &page) }
    let sheet = state.session.papers.map { $0[name] }
    switch sheet?.answer {
    case .failedObjects(let objects): add(objects, isWhole: sheet?.isWhole ?? true, to: &page)
    case .events(let events): add(events, to: &page)
    case .log(let lines): add(lines, to: &page)
    case .failed(let problem): addFault(tongue.line(problem), to: &page)
    case .historyUnread(let reason):
      addFault(tongue.words(InspectorTalk.historyUnread(reason)), to: &page)
    case .notTold, nil: page.addText(tongue.words(InspectorTalk.reading), style: Style(.muted))
    }
  }

  private func addFault(_ line: String, to page: inout Page) {
    page.addText(line, style: Style(.bad))
    page.addText(tongue.words(InspectorTalk.readsAgain), style: Style(.muted))
  }

  private func addUntold(_ name: InspectorPage, to page: inout Page) {
    page.addText(tongue.words(name == .log ? InspectorTalk.logNotTold : .objectsNotTold))
    guard name == .failedObjects else { return }
    if task.objects.failed == 0 { page.addText(tongue.words(InspectorTalk.noneFailed)) }
    if let list = task.outcome.failedObjects, !list.key.isEmpty {
      let place = "\(task.destination.bucket)/\(list.key)"
      page.addText(tongue.words(InspectorTalk.listLies(at: place)))
      page.addText(tongue.words(list.canRetry ? ScreenWord.canRetry : .cannotRetry))
    }
  }

  /// Adds objects below the reason that those in a row have in common.
  private func add(_ objects: [UnmovedObject], isWhole: Bool, to page: inout Page) {
    guard !objects.isEmpty else {
      return page.addText(tongue.words(noObjects), style: Style(.muted))
    }
    let total = task.objects.failed > objects.count ? task.objects.failed : nil
    let count: InspectorTalk =
      isWhole ? .failed(objects.count) : .firstFailed(objects.count, of: total)
    page.addText(tongue.words(count), style: Style(.muted))
    var reason: String?
    for object in objects {
      if object.reason != reason { page.addText(object.reason, style: Style(.bad)) }
      reason = object.reason
      for line in wrap(object.name, width: page.width - 2, limit: 3) {
        page.addLine([("  " + line, .plain)])
      }
    }
    if !isWhole, objects.count >= TaskPapers.mostObjects {
      page.addText(
        tongue.words(InspectorTalk.mostFailed(objects.count)), style: Style(.muted))
    }
  }

  private var noObjects: InspectorTalk {
    if !task.state.isFinished { return .listedAtEnd }
    return task.objects.failed > 0 ? .noList(task.objects.failed) : .noneFailed
  }

  private func add(_ events: [TaskEvent], to page: inout Page) {
    if events.isEmpty {
      return page.addText(tongue.words(InspectorTalk.noEvents), style: Style(.muted))
    }
    for event in events {
      let time = dateText(event.at, in: state.configuration.zone) ?? ""
      page.addText(time + " " + tongue.words(event.talk), style: event.style)
    }
    if events.count >= TaskQuestion.most {
      page.addText(tongue.words(InspectorTalk.earlierEvents(task.id)), style: Style(.muted))
    }
  }

  private func add(_ lines: [RunLogLine], to page: inout Page) {
    if lines.isEmpty {
      return page.addText(tongue.words(InspectorTalk.noLog), style: Style(.muted))
    }
    for line in lines {
      let time = line.at.flatMap { dateText($0, in: state.configuration.zone) }
      let size = line.size.map { bytesText(ByteCount(rawValue: $0)) }
      let words = tongue.words(.logged(line.event, line.object, size, line.message))
      page.addText(
        [time, words].compactMap(\.self).joined(separator: " "),
        style: line.event == .arrived ? .plain : Style(.bad))
    }
  }
}

extension TaskEvent {
  fileprivate var talk: InspectorTalk {
    switch content {
    case .done(let verb, let outcome, let remark): .done(verb, outcome, remark)
    case .seen(let happening, let doer, let reason): .seen(happening, doer, reason)
    }
  }

  fileprivate var style: Style {
    switch content {
    case .done(_, .failed, _), .done(_, .refused, _), .done(_, nil, _), .seen(.failed, _, _):
      Style(.bad)
    case .done, .seen: .plain
    }
  }
}
