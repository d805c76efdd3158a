import Canvas
import FoundationEssentials
import TestSupport
import Words

@testable import Migration

@testable import Dashboard

/// What happens, at random.
extension Chaos {
  mutating func someEvent() -> Event {
    if !arrangementsDue.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
      let (arranger, request) = arrangementsDue.removeFirst()
      return .arranged(arranger.rows() ?? [], request: request)
    }
    if !answersDue.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
      return answersDue.removeFirst()
    }
    if !readingsDue.isEmpty, Bool.random(using: &random) { return someReading() }
    if let request = searchesDue.popLast() {
      return .keysFound(.success(TransferKeys()), request: request)
    }
    if let request = creationsDue.popLast() {
      let made = CreationResult(task: TaskTarget(id: TaskID(rawValue: 7), name: "new"))
      return .created(
        Bool.random(using: &random) ? .success(made) : .failure(.unreachable), request: request)
    }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<78: return press(someKey())
    case 78..<82: return .tasksLoaded(someSnapshot())
    case 82..<84: return .resized(someSize())
    case 84: return .refreshFailed(.unreachable, retryAt: .seconds(seconds))
    case 85..<87:
      seconds += Double.random(in: -5...20, using: &random)
      return .tick(Moment(seconds))
    case 87..<94: return someReading()
    case 94..<98: return someResult()
    case 98: return Bool.random(using: &random) ? .shown(request: -1) : .resumed
    default: return .notice(Notice(.info, "\u{1B}[2J"))
    }
  }

  private mutating func press(_ key: Key) -> Event {
    let last = keySeconds
    let hurry: Double = [0.03, 0.39, 0.41, 0.5, 1, 2, 5].randomElement(using: &random) ?? 0
    keySeconds = max(last, seconds) + hurry
    pause = keySeconds - last
    return .key(key, at: .seconds(keySeconds))
  }

  private mutating func someKey() -> Key {
    if let form = state.prompt?.form, Int.random(in: 0..<8, using: &random) > 0 {
      return someKey(for: form)
    }
    // A long answer is seldom finished, unless its characters are likely.
    if let prompt = state.prompt {
      let length = prompt.plan(in: state.configuration)?.challenge.typedAnswer?.count ?? 1
      if Int.random(in: 0..<(2 * length), using: &random) > 0 { return someAnswer(to: prompt) }
    }
    if let dialogue = state.newTask, Int.random(in: 0..<8, using: &random) > 0 {
      return someKey(for: dialogue)
    }
    if case .limits = state.layer, Bool.random(using: &random) {
      return [.enter, .control("u"), .paste("5MiB")].randomElement(using: &random) ?? .enter
    }
    if case .commandEntry = state.layer, Bool.random(using: &random) { return someCommand() }
    let likely = Array("sDRfbRayny1234567890*vuzjkgGoc<>i/rqRPprodightl:c \u{1B}нｙυЖ.１２３４")
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6: return .character(likely.randomElement(using: &random) ?? "j")
    case 6: return .enter
    case 7: return .paste(["y", "3", "prod\n", "y\ny\ny"].randomElement(using: &random) ?? "")
    default:
      let others: [Key] = [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .escape, .backspace,
        .tab, .function(1), .control("c"), .control("d"), .control("u"), .control("l"),
      ]
      return others.randomElement(using: &random) ?? .up
    }
  }

  /// A command as it is pasted, or the key that carries it out or completes it.
  private mutating func someCommand() -> Key {
    let commands = [
      "stop state:running", "delete", "delete state:failed,stopped", "start !state:running",
      "filter a", "sort size", "interval 7", "export csv a", "profile prod",
      "profile 1", "profile other", "mark-all", "back", "x", "/", "q",
    ]
    let pasted = Key.paste(commands.randomElement(using: &random) ?? "")
    return [.enter, .enter, .tab, pasted].randomElement(using: &random) ?? pasted
  }

  /// A part of a new task, or of an answer to the question about it.
  private mutating func someKey(for dialogue: NewTaskDialogue) -> Key {
    switch dialogue.question {
    case .keys(_, let form): return someKey(for: form)
    case .consent:
      guard let answer = state.configuration.challengeOfCreation.typedAnswer else {
        return .character("y")
      }
      return answer.dropFirst(dialogue.answer.typed.count).first.map(Key.character) ?? .enter
    case nil where dialogue.stage == .closed:
      return [.enter, .enter, .paste("\(Self.secret)"), .character(Self.secret)]
        .randomElement(using: &random) ?? .enter
    case nil:
      let texts = ["local:/a", "local:/b", "s3://b/c?endpoint=http://127.0.0.1:9"]
      let pasted = Key.paste(texts.randomElement(using: &random) ?? "")
      let isPlace = [.from, .to].contains(dialogue.form.field)
      let isEmpty = dialogue.form.editor(of: dialogue.form.field).text.isEmpty
      if isPlace, isEmpty { return pasted }
      return [.enter, .enter, .enter, .control("u"), .control("t"), .escape]
        .randomElement(using: &random) ?? .enter
    }
  }

  /// A part of a key, or a step to the next field.
  private mutating func someKey(for form: KeyForm) -> Key {
    if Bool.random(using: &random) { return .enter }
    if !form.field.isSecret { return .character("y") }
    return Bool.random(using: &random)
      ? .character(Self.secret) : .paste("\u{1B}[\(Self.secret)\n\(Self.secret)")
  }

  /// The next key of a right answer, so that prompts are not only cancelled.
  private func someAnswer(to prompt: Prompt) -> Key {
    guard let answer = prompt.plan(in: state.configuration)?.challenge.typedAnswer else {
      return .character("y")
    }
    return answer.dropFirst(prompt.typed.count).first.map(Key.character) ?? .enter
  }

  private mutating func someTask() -> MigrationTask {
    let number = oldest + Int64.random(in: 0..<12, using: &random)
    let names = ["a", "", "\u{1B}[31m", "季度备份", "\u{202E}x", "👩‍🚀"]
    var task = MigrationTask.sample(
      number, TaskState(code: .random(in: 0...8, using: &random)),
      name: names[Int(number) % names.count])
    if number.isMultiple(of: 3) { task.source = StorageLocation(provider: "Local", bucket: "/a") }
    if number.isMultiple(of: 2) { task.destination = task.source }
    task.progress = [.nan, -1, 0.5, 7].randomElement(using: &random) ?? 0
    task.isScanned = [nil, true, false].randomElement(using: &random) ?? nil
    return task
  }

  private mutating func someSnapshot() -> TaskSnapshot {
    let tasks = (0..<Int.random(in: 0..<4, using: &random)).map { _ in someTask() }
    let gone = Int.random(in: 0..<5, using: &random) == 0 ? [someTask().id] : [TaskID]()
    var snapshot = TaskSnapshot(tasks: tasks, removed: Set(gone), at: seconds)
    let isLate = Int.random(in: 0..<8, using: &random) == 0
    snapshot.generation =
      isLate ? generations.randomElement(using: &random) ?? 0 : state.session.generation
    return snapshot
  }

  /// That a profile was opened, or cannot be.
  mutating func opened(_ profile: String, _ request: Int) -> Event {
    if Int.random(in: 0..<4, using: &random) == 0 {
      return .notOpened("\(profile) has no credentials", request: request)
    }
    generations.append(request)
    let configuration = DashboardConfiguration(
      profile: profile, isProtected: Bool.random(using: &random))
    return .opened(configuration, request: request)
  }

  private mutating func someSize() -> Size {
    if Bool.random(using: &random) { return .classic }
    return Size(
      rows: .random(in: -1...50, using: &random), columns: .random(in: -1...140, using: &random))
  }

  private mutating func someReading() -> Event {
    guard let (ids, request) = readingsDue.popLast() else { return press(.down) }
    let readings = ids.map { id in
      let known = state.list.table.task(id)
      let isRead = Int.random(in: 0..<8, using: &random) > 0
      return TargetReading(
        id: id, outcome: (isRead ? known : nil).map { .success($0) } ?? .failure(.unreachable))
    }
    return .targetsRead(readings, keys: .success(foundKeys(of: ids)), request: request)
  }

  /// The keys that one pair cannot be for: those of other stores than the first one of each side.
  private func foundKeys(of ids: [TaskID]) -> [TaskID: TransferKeys] {
    let tasks = ids.compactMap { state.list.table.task($0) }
    let source = tasks.lazy.map(\.source).first(where: \.needsKeys)
    let destination = tasks.lazy.map(\.destination).first(where: \.needsKeys)
    func found(_ place: StorageLocation, _ first: StorageLocation?, _ keys: StorageKeys?)
      -> StorageKeys?
    {
      place.needsKeys && place.store != first?.store ? keys : nil
    }
    let pairs = tasks.map { task in
      let keys = TransferKeys(
        source: found(task.source, source, TransferKeys.samples.source),
        destination: found(task.destination, destination, TransferKeys.samples.destination))
      return (task.id, keys)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private mutating func someResult() -> Event {
    guard let (id, request) = results.popLast() else { return press(.up) }
    let outcomes: [ActionOutcome] = [.done, .accepted, .refused, .failed, .skipped]
    let outcome = outcomes.randomElement(using: &random) ?? .failed
    return .actionEnded(
      ActionResult(id: id, name: "", outcome: outcome, problem: outcome == .failed ? .denied : nil),
      request: request)
  }
}
