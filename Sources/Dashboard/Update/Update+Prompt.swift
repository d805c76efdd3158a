import Canvas
import Migration
import Words

extension State {
  /// Opens the prompt of an action; nothing is sent before it was seen and answered.
  ///
  /// - Parameters:
  ///   - action: What is asked for.
  ///   - targets: What it is to be done to.
  ///   - choice: How they were chosen; `nil` when by their marks, or pointed at without.
  /// - Returns: The effects to carry out, in order.
  mutating func ask(
    _ action: TaskAction, of targets: [TaskTarget], chosen choice: Prompt.Choice? = nil
  ) -> [Effect] {
    layer = nil
    guard !targets.isEmpty else {
      notice = Notice(.info, configuration.tongue.words(ScreenTalk.noTask(action)))
      return []
    }
    let isFiltered = !list.table.shown.filter.isEmpty
    let hidden = isFiltered ? targets.count { !list.table.shows($0.id) } : 0
    let areMarked = targets.allSatisfy { list.marks.contains($0.id) }
    let prompt = Prompt(
      action: action, targets: targets, choice: choice ?? (areMarked ? .marked : .pointed),
      hiddenTargets: hidden, request: newRequest(), openedAt: now)
    guard PromptPage(prompt, of: self) != nil else {
      tell(.windowTooSmall, .error)
      return []
    }
    push(.prompt(prompt))
    return [.read(targets.map(\.id), findsKeys: action.needsKeys, request: prompt.request)]
  }

  /// Takes in the targets as they are now, unless the prompt that asked is gone.
  mutating func review(
    _ readings: [TargetReading], keys: Result<[TaskID: TransferKeys], ConfigurationError>,
    request: Int
  ) -> [Effect] {
    guard let prompt, prompt.request == request, prompt.stage == .reading else { return [] }
    let tasks = readings.compactMap { try? $0.outcome.get() }
    // While the updates are paused nothing on the screen moves; the question has what was read.
    if !link.isPaused { list.change(height: tableHeight) { $0.adopt(tasks) } }
    let outcomes = readings.map { reading in
      (reading.id, reading.outcome.map(list.table.shown))
    }
    let review = Review(
      prompt.action, of: prompt.targets,
      readings: Dictionary(outcomes, uniquingKeysWith: { first, _ in first }),
      busy: Set(actions.flatMap(\.busy)))
    var read = prompt
    read.readAt = now
    do throws(PromptEnd) {
      return put(try firstQuestion(about: review, keys), about: review, by: read)
    } catch {
      return cancelPrompt(error)
    }
  }

  /// Puts a question on the screen, which cannot be answered before it was seen.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func put(
    _ question: Prompt.Question, about review: Review, by prompt: Prompt
  ) -> [Effect] {
    var prompt = prompt
    prompt.stage = .unseen(review, question)
    guard PromptPage(prompt, of: self) != nil else {
      return cancelPrompt(.noRoom)
    }
    layer = .prompt(prompt)
    return [.reportShown(request: prompt.request)]
  }

  /// Lets a prompt that was seen be answered.
  mutating func openPrompt(request: Int) {
    guard var prompt, prompt.request == request,
      case .unseen(let review, let question) = prompt.stage
    else { return }
    prompt.stage = .open(review, question)
    layer = .prompt(prompt)
  }

  /// Closes the prompt without an action.
  mutating func cancelPrompt(_ end: PromptEnd) -> [Effect] {
    guard let prompt else { return [] }
    layer = nil
    notice = Notice(.info, configuration.tongue.words(end))
    return prompt.stage == .reading ? [.cancel(request: prompt.request)] : []
  }

  /// Closes the prompt when one of the tasks that it would change is no longer as it says.
  mutating func cancelPromptIfTargetsChanged() -> [Effect] {
    let changed = prompt?.review?.entries.first { entry in
      guard entry.obstacle == nil, let seen = entry.preview?.seen else { return false }
      return list.table.task(entry.target.id).map { seen.change(to: $0) != nil } ?? true
    }
    guard let target = changed?.target else { return [] }
    let name = "\(target.id) \(target.name)"
    let now = list.table.task(target.id)?.state
    return cancelPrompt(now.map { .changed(name, now: $0.word) } ?? .gone(name))
  }

  /// Closes the question that is open, whatever it is about.
  mutating func cancelQuestion(_ end: PromptEnd) -> [Effect] {
    switch newTask?.stage {
    case .finding, .unseen, .open: closeQuestion(end)
    case .typing, .closed, nil: cancelPrompt(end)
    }
  }

  /// Closes the question when nobody has answered it for long: whoever asked may have left.
  mutating func cancelQuestionIfUnanswered() -> [Effect] {
    let end = prompt?.endsAt(lastKeyAt: lastKeyAt) ?? newTask?.endsAt(lastKeyAt: lastKeyAt)
    return end.map { now >= $0 } ?? false ? cancelQuestion(.silence) : []
  }

  private func firstQuestion(
    about review: Review, _ keys: Result<[TaskID: TransferKeys], ConfigurationError>
  ) throws(PromptEnd) -> Prompt.Question {
    guard review.action.needsKeys, review.plan(in: configuration) != nil else {
      return .consent([:])
    }
    let found: [TaskID: TransferKeys]
    do {
      found = try keys.get()
    } catch {
      throw .noKeys(error)
    }
    guard let form = KeyForm(for: review.readyTasks, found: found) else { return .consent(found) }
    guard form.stores < 2 else { throw .manyStores(form.stores) }
    return .keys(form)
  }

  /// Exchanges all objects for those that failed, or back.
  mutating func chooseOtherObjects(in prompt: Prompt) {
    guard case .open(var review, let question) = prompt.stage else { return }
    var changed = prompt
    review.chooseOtherObjects()
    changed.stage = .open(review, question)
    layer = .prompt(changed)
  }
}
