import Canvas
import FoundationEssentials
import Words

/// Moves `state` on by one event.
///
/// - Returns: The effects to carry out, in order.
package func update(_ state: inout State, _ event: Event) -> [Effect] {
  let aim = Aim(of: state)
  var effects = state.take(event)
  if !event.isOfUser { state.noteRowChange(from: aim, at: event.instant) }
  state.list.reveal(height: state.tableHeight)
  effects += state.arrangeTable()
  effects += state.askAboutTask()
  effects += state.comeBack()
  return effects + state.setAlarm()
}

extension State {
  fileprivate mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key, let instant): return press(key, at: instant)
    case .resized(let size): return resize(to: size)
    case .resumed:
      heldKeys = []
      leave()
      takeBack(.suspended)
      return cancelQuestion(.suspended)
    case .tick(let moment):
      alarm = nil
      link.pass(moment)
      noteSpeed()
      releaseRows()
      return cancelQuestionIfUnanswered() + askForHeld()
    case .tasksLoaded(let snapshot): return load(snapshot)
    case .arranged(let rows, let request): return arrange(rows, request: request)
    case .targetsRead(let readings, let keys, let request):
      return review(readings, keys: keys, request: request)
    case .keysFound(let keys, let request): return takeFound(keys, request: request)
    case .created(let result, let request):
      return inSession(of: request) { $0.takeCreated(result, request: request) }
    case .shown(let request):
      openPrompt(request: request)
      openNewTaskQuestion(request: request)
      return sendHeld(request)
    case .actionStep(let id, let step, let request):
      return inSession(of: request) { $0.advance(id, to: step, request: request) }
    case .actionEnded(let result, _, let request):
      return inSession(of: request) { $0.finish(result, request: request) }
    case .exported(let outcome, let file, let request):
      endExport(outcome, to: file, request: request)
    case .told(let answer, let request): take(answer, request: request)
    case .lookedLast(let look, let generation):
      if generation == session.generation { session.past.leave(look) }
    case .recalled(let recollection, let request): take(recollection, request: request)
    case .profilesRead(let read): learn(read)
    case .opened(let configuration, let warnings, let request):
      return enter(configuration, warnings: warnings, request: request)
    case .notOpened(let line, let request): stay(because: line, request: request)
    case .windowZone(let zone, let generation):
      if generation == session.generation { windowZone = zone }
    case .notCopied: tell(.tooLongToCopy, .error)
    case .notice(let notice): tell(notice)
    }
    return []
  }

  private mutating func noteSpeed() {
    guard !link.isPaused, !link.isDoubtful else { return }
    history.note(list.table.tally.speed, at: link.now)
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size.clamped
    if !isDetailShown { isDetailFocused = false }
    let hasRoom =
      prompt.map { PromptPage($0, of: self) != nil }
      ?? newTask.map { NewTaskPage($0, of: self) != nil }
    return hasRoom == false ? cancelQuestion(.noRoom) : []
  }

  private mutating func load(_ snapshot: TaskSnapshot) -> [Effect] {
    guard snapshot.generation == session.generation else { return [] }
    let wasReachable = link.problem == nil
    let busy = Set(actions.flatMap(\.busy))
    // Nobody has chosen a task yet, so what needs attention first is looked at.
    let isFirst = !session.isTouched
    if !wasReachable, snapshot.outage == nil, link.isLongAgo(at: snapshot.moment.date) { leave() }
    link.learn(snapshot)
    if !wasReachable, link.problem == nil { readAgain() }
    releaseRows()
    list.change(height: tableHeight) { table in
      table.filter = table.filter.renewed(at: snapshot.moment.date) ?? table.filter
      table.apply(snapshot)
      if let asOf = snapshot.asOf { table.endStopping(asOf: asOf, except: busy) }
    }
    noteSpeed()
    if isFirst { list.move(to: 0, height: tableHeight) }
    if list.spot == nil { closeDetail() }
    if wasReachable, link.problem != nil, prompt?.plan(in: configuration) != nil {
      return cancelPrompt(.unreachable)
    }
    return cancelPromptIfTargetsChanged()
  }
}
