import Canvas
import Migration
import Words

extension State {
  /// Opens the form for a new task, with what was typed the last time if no task came of it.
  mutating func openNewTask() {
    guard !configuration.isReadOnly else { return tell(.profileReadOnly, .error) }
    draft.moveFocus(to: .from)
    push(.newTask(NewTaskDialogue(form: draft, request: newRequest())))
  }

  /// Takes a key while a new task is being made.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func make(_ dialogue: NewTaskDialogue, by key: Key, isQuiet: Bool) -> [Effect] {
    switch dialogue.stage {
    case .typing: return type(dialogue, key)
    case .open(.keys(let task, let form)): return fill(form, for: task, of: dialogue, by: key)
    case .open(.consent(let task)):
      return answer(dialogue, about: task, with: key, isQuiet: isQuiet)
    // Pressed by somebody who had not seen the question; a letter may be one of a key.
    case .unseen(.keys): return key == .escape ? closeQuestion(.refused) : []
    case .finding, .unseen(.consent): return key.isRefusal ? closeQuestion(.refused) : []
    case .closed:
      if key == .enter { reopenNewTask() } else if key == .escape { closeNewTask() }
      return []
    }
  }

  private mutating func type(_ dialogue: NewTaskDialogue, _ key: Key) -> [Effect] {
    var edited = dialogue
    switch key {
    case .tab, .down: edited.form.moveFocus(by: 1)
    case .backTab, .up: edited.form.moveFocus(by: -1)
    case .enter:
      if let fault = edited.form.fault(of: edited.form.field) {
        notice = Notice(.error, words(fault))
        return []
      }
      if edited.form.isAtEnd { return submit(edited) }
      edited.form.moveFocus(by: 1)
    case .control("t"): takeOver(into: &edited.form)
    case .escape:
      closeNewTask()
      return []
    default: guard edited.form.take(key) else { return [] }
    }
    layer = .newTask(edited)
    return []
  }

  /// Fills the form in as the task under the cursor.
  private mutating func takeOver(into form: inout NewTaskForm) {
    guard let task = list.current else { return tell(.noTaskToActOn) }
    guard !form.copy(task) else { return }
    notice = Notice(.error, configuration.tongue.words(NewTaskTalk.notCopied(task.id)))
  }

  /// Looks for the keys of what was typed, if it is a task.
  private mutating func submit(_ dialogue: NewTaskDialogue) -> [Effect] {
    var next = dialogue
    switch next.form.task {
    case .failure(let fault):
      next.form.moveFocus(to: fault.field)
      layer = .newTask(next)
      notice = Notice(.error, words(fault))
      return []
    case .success(let task):
      next.request = newRequest()
      next.stage = .finding(task)
      layer = .newTask(next)
      return [.findKeys(of: task, request: next.request)]
    }
  }

  /// Takes in the keys that were found for a new task, and asks for the others.
  mutating func takeFound(
    _ keys: Result<TransferKeys, ConfigurationError>, request: Int
  ) -> [Effect] {
    guard let dialogue = newTask, dialogue.request == request,
      case .finding(var task) = dialogue.stage
    else { return [] }
    do {
      task.keys = try keys.get()
    } catch {
      return closeQuestion(.noKeys(error))
    }
    return put(KeyForm(for: task).map { .keys(task, $0) } ?? .consent(task), by: dialogue)
  }

  private mutating func put(
    _ question: NewTaskDialogue.Question, by dialogue: NewTaskDialogue
  ) -> [Effect] {
    var next = dialogue
    // A report that another question was seen must not count for this one.
    next.request = newRequest()
    next.stage = .unseen(question)
    next.askedAt = now
    guard NewTaskPage(next, of: self) != nil else {
      return closeQuestion(.noRoom)
    }
    layer = .newTask(next)
    return [.reportShown(request: next.request)]
  }

  /// Lets a question about a new task that was seen be answered.
  mutating func openNewTaskQuestion(request: Int) {
    guard var dialogue = newTask, dialogue.request == request,
      case .unseen(let question) = dialogue.stage
    else { return }
    dialogue.stage = .open(question)
    layer = .newTask(dialogue)
  }

  private mutating func fill(
    _ form: KeyForm, for task: NewTask, of dialogue: NewTaskDialogue, by key: Key
  ) -> [Effect] {
    var form = form
    switch form.take(key) {
    case .complete:
      var task = task
      task.keys = form.typed(with: task.keys)
      return put(.consent(task), by: dialogue)
    case .gap: notice = Notice(.info, configuration.tongue.words(ScreenTalk.missing(form.field)))
    case .refused: return closeQuestion(.refused)
    case .edited, .foreign: break
    }
    var edited = dialogue
    edited.stage = .open(.keys(task, form))
    layer = .newTask(edited)
    return []
  }

  private mutating func answer(
    _ dialogue: NewTaskDialogue, about task: NewTask, with key: Key, isQuiet: Bool
  ) -> [Effect] {
    var edited = dialogue
    let challenge = configuration.challengeOfCreation
    switch edited.answer.take(key, for: challenge, isQuiet: isQuiet) {
    case .given(let text) where challenge.isMet(by: .typed(text)):
      return create(task, typedIn: dialogue.form)
    case .given: return closeQuestion(.wrongAnswer)
    case .foreign: return closeQuestion(key.isRefusal ? .refused : .otherKey)
    case .typing: layer = .newTask(edited)
    case .tooSoon: notice = Notice(.info, configuration.tongue.tooSoon)
    }
    return []
  }

  private mutating func create(_ task: NewTask, typedIn form: NewTaskForm) -> [Effect] {
    layer = nil
    draft = NewTaskForm()
    let request = newRequest()
    session.creations[request] = form
    notice = Notice(.info, configuration.tongue.words(NewTaskTalk.creating))
    return [.create(task, request: request)]
  }

  /// Tells what has become of a creation; what was typed for one that has failed is kept.
  mutating func takeCreated(
    _ result: Result<CreationResult, APIProblem>, request: Int
  ) -> [Effect] {
    guard let form = session.creations.removeValue(forKey: request) else { return [] }
    let tongue = configuration.tongue
    var told: Notice
    switch result {
    case .success(let created):
      told = Notice(.success, tongue.words(NewTaskTalk.created(created.task, created.remark)))
    case .failure(let problem):
      // Not in the place of what was typed meanwhile.
      let isKept = draft.isEmpty && newTask == nil
      if isKept { draft = form }
      told = Notice(.error, tongue.words(NewTaskTalk.failed(problem, isKept: isKept)))
    }
    told.text = owner + told.text
    tell(told)
    return link.isPaused ? [] : [.refresh]
  }

  /// Closes a question about a new task without anything being sent.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func closeQuestion(_ end: PromptEnd) -> [Effect] {
    guard var dialogue = newTask else { return [] }
    let wasSearching = if case .finding = dialogue.stage { true } else { false }
    let effects: [Effect] = wasSearching ? [.cancel(request: dialogue.request)] : []
    dialogue.stage = .closed
    dialogue.answer = AnswerLine()
    layer = .newTask(dialogue)
    notice = Notice(.info, configuration.tongue.words(end))
    return effects
  }

  /// Goes back to what was typed.
  private mutating func reopenNewTask() {
    guard var form = newTask?.form else { return }
    form.moveFocus(to: .from)
    layer = .newTask(NewTaskDialogue(form: form, request: newRequest()))
  }

  /// Closes the form, and keeps what was typed.
  mutating func closeNewTask() {
    guard let dialogue = newTask else { return }
    layer = nil
    draft = dialogue.form
    if !draft.isEmpty { notice = Notice(.info, configuration.tongue.words(NewTaskTalk.kept)) }
  }

  /// Why what was typed is no task.
  func words(_ fault: NewTaskForm.Fault) -> String {
    let tongue = configuration.tongue
    return switch fault {
    case .missing(let field): tongue.words(NewTaskTalk.missing(field))
    case .unreadable(_, let error): tongue.words(error)
    case .unfit(_, let problem): tongue.line(problem)
    }
  }
}

extension DashboardConfiguration {
  /// What has to be answered before a task is made.
  var challengeOfCreation: Challenge {
    Challenge(targets: 1, profile: profile, isProtected: isProtected)
  }
}
