import Canvas
import Migration

extension State {
  /// Opens the prompt of an action; nothing is sent before it was seen and answered.
  mutating func ask(_ action: TaskAction, of targets: [TaskTarget]) -> [Effect] {
    overlay = nil
    guard !targets.isEmpty else {
      notice = Notice(.info, "There is no task to \(action.verb).")
      return []
    }
    let hidden = targets.filter { list.table.index(of: $0.id) == nil }.count
    let prompt = Prompt(
      action: action, targets: targets, hiddenTargets: hidden, request: newRequest())
    guard PromptPage(prompt, of: self) != nil else {
      notice = Notice(.error, "The window is too small for the question; nothing was asked.")
      return []
    }
    overlay = .prompt(prompt)
    return [.read(targets.map(\.id), request: prompt.request)]
  }

  /// Takes in the targets as they are now, unless the prompt that asked is gone.
  mutating func review(_ readings: [TargetReading], request: Int) -> [Effect] {
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
    return put(firstQuestion(about: review), about: review, by: prompt)
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
      return cancelPrompt(because: "The window is too small for the question; nothing was sent.")
    }
    overlay = .prompt(prompt)
    return [.flushInput, .reportShown(request: prompt.request)]
  }

  /// Lets a prompt that was seen be answered.
  mutating func openPrompt(request: Int) {
    guard var prompt, prompt.request == request,
      case .unseen(let review, let question) = prompt.stage
    else { return }
    prompt.stage = .open(review, question)
    overlay = .prompt(prompt)
  }

  /// Takes a key as an answer; whatever is not exactly a yes leaves everything as it is.
  mutating func answer(_ prompt: Prompt, with key: Key) -> [Effect] {
    if case .open(let review, .keys(let form)) = prompt.stage {
      return fill(form, of: prompt, about: review, by: key)
    }
    let isOpen = if case .open = prompt.stage { true } else { false }
    let plan = isOpen ? prompt.plan(in: configuration) : nil
    switch (plan?.challenge, key) {
    case (.some, _) where prompt.choosesObjects(key, in: configuration):
      chooseOtherObjects(in: prompt)
    case (.yes, .character("y")), (.yes, .character("н")), (.yes, .character("ｙ")):
      return confirm(prompt, plan?.consent(to: .typed("y")))
    case (.number, .enter), (.profile, .enter):
      return confirm(prompt, plan?.consent(to: .typed(prompt.typed)))
    case (.number, .character(let character)), (.profile, .character(let character)):
      return type(character, into: prompt)
    case (.number, .backspace), (.profile, .backspace):
      var edited = prompt
      edited.typed = String(prompt.typed.dropLast())
      overlay = .prompt(edited)
    case (_, .escape), (_, .enter), (_, .character("n")), (_, .character("q")):
      return cancelPrompt(because: "Cancelled; nothing was sent.")
    case (.none, _), (.yes, _), (.number, _), (.profile, _): break
    }
    return []
  }

  /// Closes the prompt without an action.
  mutating func cancelPrompt(because reason: String) -> [Effect] {
    guard let prompt else { return [] }
    overlay = nil
    notice = Notice(.info, reason)
    return prompt.stage == .reading ? [.cancel(request: prompt.request)] : []
  }

  /// Closes the prompt when one of the tasks that it would change is no longer as it says.
  mutating func cancelPromptIfTargetsChanged() -> [Effect] {
    let changed = prompt?.review?.entries.first { entry in
      guard entry.obstacle == nil, let seen = entry.preview?.seen else { return false }
      return list.table.task(entry.target.id).map { seen.change(to: $0) != nil } ?? true
    }
    guard let target = changed?.target else { return [] }
    let state = list.table.task(target.id).map { "is \($0.state.word) now" } ?? "is gone"
    return cancelPrompt(because: "\(target.id) \(target.name) \(state); nothing was sent.")
  }

  private func firstQuestion(about review: Review) -> Prompt.Question {
    guard case .start = review.action, review.plan(in: configuration) != nil,
      let form = KeyForm(for: review.readyTasks)
    else { return .consent(TransferKeys()) }
    return .keys(form)
  }

  private mutating func chooseOtherObjects(in prompt: Prompt) {
    guard case .open(var review, let question) = prompt.stage else { return }
    var changed = prompt
    review.chooseOtherObjects()
    changed.stage = .open(review, question)
    overlay = .prompt(changed)
  }

  private mutating func type(_ character: Character, into prompt: Prompt) -> [Effect] {
    guard let challenge = prompt.plan(in: configuration)?.challenge else { return [] }
    let text = prompt.typed + String(character)
    if prompt.typed.isEmpty, "nN".contains(character), !challenge.canBecomeAnswer(text) {
      return cancelPrompt(because: "Cancelled; nothing was sent.")
    }
    var edited = prompt
    edited.typed = String(text.prefix(64))
    overlay = .prompt(edited)
    return []
  }
}
