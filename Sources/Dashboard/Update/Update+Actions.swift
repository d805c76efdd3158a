import Migration
import Words

extension State {
  /// Sends the action of a prompt that was agreed to, or holds it back for a moment; any other answer
  /// closes the prompt.
  mutating func confirm(_ prompt: Prompt, _ consent: Consent<TaskAction>?) -> [Effect] {
    guard case .open(let review, .consent(let keys)) = prompt.stage else { return [] }
    guard let consent else { return cancelPrompt(.wrongAnswer) }
    var action = RunningAction(request: newRequest(), plan: consent.plan, of: review)
    if action.wantsGrace {
      action.held = HeldAction(consent: consent, until: now + HeldAction.grace)
    }
    actions.append(action)
    layer = action.needsSheet ? .sheet(request: action.request, Pager()) : nil
    guard action.held == nil else { return [] }
    return [.act(consent, keys: keys, request: action.request)]
  }

  /// Notes a step of an action.
  ///
  /// - Returns: The effects to carry out, in order: none.
  mutating func advance(_ id: TaskID, to step: ActionStep, request: Int) -> [Effect] {
    guard let index = actions.firstIndex(where: { $0.request == request }),
      actions[index].results[id] == nil
    else { return [] }
    if actions[index].steps[id, default: []].last != step {
      actions[index].steps[id, default: []].append(step)
    }
    switch step {
    case .stopping, .waitingUntilStopped:
      let now = now
      list.change(height: tableHeight) { $0.setStopping(id, at: now) }
    case .deleting, .waitingUntilGone, .starting, .limiting: break
    }
    return []
  }

  /// Notes how an action on one task ended, and after the last one tells about it.
  mutating func finish(_ result: ActionResult, request: Int) -> [Effect] {
    guard let index = actions.firstIndex(where: { $0.request == request }),
      actions[index].targets.contains(where: { $0.id == result.id }),
      actions[index].results[result.id] == nil
    else { return [] }
    actions[index].results[result.id] = result
    apply(result, of: actions[index])
    session.papers?.outdate()
    messages.add(notice(of: result, actions[index]), at: link.date)
    guard actions[index].isOver else { return [] }
    report(actions[index])
    forgetFinishedActions()
    return link.isPaused ? [] : [.refresh]
  }

  /// Drops what is over and no longer looked at.
  mutating func forgetFinishedActions() {
    let shown = shownRequest
    actions.removeAll { $0.isOver && $0.request != shown }
  }

  private mutating func apply(_ result: ActionResult, of action: RunningAction) {
    let id = result.id
    switch result.outcome {
    case .done, .accepted:
      let now = now
      list.marks.remove(id)
      list.change(height: tableHeight) { table in
        switch action.action {
        case .stop: table.setStopping(id, at: now)
        case .delete, .stopThenDelete: if result.outcome == .done { table.delete(id) }
        case .start, .limit: break
        }
      }
    case .refused, .failed, .skipped:
      let wasAccepted = action.steps[id, default: []].contains(.waitingUntilStopped)
      if !wasAccepted { list.change(height: tableHeight) { $0.endStopping(id) } }
    }
  }

  private mutating func report(_ action: RunningAction) {
    if action.request == shownRequest { return }
    let results = action.targets.compactMap { action.results[$0.id] } + action.refused
    if results.count == 1, let result = results.first {
      notice = notice(of: result, action)
      return
    }
    let good = results.filter(\.isGood).count
    let words = configuration.tongue.words(
      ScreenTalk.results(action.action, good: good, of: results.count))
    notice = Notice(good == results.count ? .success : .error, owner + words)
  }

  private func notice(of result: ActionResult, _ action: RunningAction) -> Notice {
    var notice = result.notice(of: action.action, in: configuration.tongue)
    notice.text = owner + notice.text
    return notice
  }

  /// Whose results are told, as soon as they may be those of several profiles.
  var owner: String { parked.isEmpty ? "" : "\(configuration.profile): " }
}

extension ActionResult {
  /// Whether what was asked for is so, or will be.
  var isGood: Bool { outcome == .done || outcome == .accepted }

  /// Why it did not work, or a remark about a success; empty when there is nothing to say.
  func explanation(in tongue: any Tongue) -> String {
    problem.map(tongue.line) ?? remark.map(tongue.words) ?? ""
  }

  fileprivate func notice(of action: TaskAction, in tongue: any Tongue) -> Notice {
    let kind: Notice.Kind = isGood ? .success : .error
    let explanation = explanation(in: tongue)
    let words = [tongue.words(outcome)] + (explanation.isEmpty ? [] : [explanation])
    let talk = ScreenTalk.ended(
      action, id: id.description, name: name, words.joined(separator: tongue.comma))
    return Notice(kind, tongue.words(talk))
  }
}
