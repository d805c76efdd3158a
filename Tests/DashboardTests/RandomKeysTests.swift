import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// A user, a terminal and a service that do anything in any order.
struct RandomKeysTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `no action leaves without a prompt that was drawn and confirmed`(seed: UInt64) {
    var chaos = Chaos(seed: seed)
    for _ in 0..<26_000 { chaos.step() }
    #expect(chaos.violations == [])
    #expect(chaos.actions > 30)
    #expect(chaos.starts > 5)
    #expect(chaos.secrets > 50)
  }
}

private struct Chaos {
  private(set) var violations: [String] = []
  private(set) var actions = 0
  private(set) var starts = 0
  /// Frames that were drawn while a secret was being typed.
  private(set) var secrets = 0

  private var random: Generator
  private var state: State
  private var seconds = 0.0
  /// When the latest key was pressed, and how long after the one before.
  private var keySeconds = -1.0
  private var pause = 0.0
  /// Deleted tasks never come back, so new ones have to come.
  private var oldest: Int64 = 0
  /// Prompts whose picture with the question was drawn, by request.
  private var drawn: Set<Int> = []
  private var reportsDue: [Int] = []
  private var readingsDue: [([TaskID], Int)] = []
  private var results: [(TaskID, Int)] = []

  /// A character that is in secrets only; nothing else on the screen has it.
  private static let secret: Character = "§"

  init(seed: UInt64) {
    random = Generator(seed: seed)
    let configuration = DashboardConfiguration(
      profile: ["1", "prod", "nightly", ""][Int(seed) % 4], isProtected: seed.isMultiple(of: 2))
    state = State(configuration: configuration, size: .classic)
    send(.tasksLoaded(.samples))
  }

  mutating func step() {
    if Int.random(in: 0..<100, using: &random) == 0 { oldest += 1 }
    let sent = someEvent()
    send(sent)
    if Int.random(in: 0..<20, using: &random) == 0 || !reportsDue.isEmpty { draw() }
  }

  private mutating func send(_ event: Event) {
    let before = state
    for effect in update(&state, event) {
      switch effect {
      case .act(let consent, let keys, let request):
        check(before, event, consent.plan)
        checkKeys(keys, of: before, for: consent.plan.action)
        results += consent.plan.targets.map { ($0.seen.id, request) }
      case .reportShown(let request): reportsDue.append(request)
      case .read(let ids, let request): readingsDue.append((ids, request))
      case .refresh, .poll, .cancel, .clock, .copy, .repaint, .suspend, .quit: break
      }
    }
  }

  /// Draws, and sometimes reports it; a report never comes before the picture.
  private mutating func draw() {
    let frame = render(state)
    if frame.size != state.size { violations.append("a frame of the wrong size") }
    if state.prompt?.form?.hasSecret == true { secrets += 1 }
    if frame.rows.contains(where: { $0.contains { $0.character == Self.secret } }) {
      violations.append("a secret on the screen")
    }
    guard let request = reportsDue.popLast() else { return }
    if state.prompt?.request == request, state.prompt?.review != nil { drawn.insert(request) }
    send(.shown(request: request))
  }

  private mutating func check(_ before: State, _ event: Event, _ plan: Plan<TaskAction>) {
    actions += 1
    let action = plan.action
    guard let prompt = before.prompt, drawn.contains(prompt.request) else {
      return violations.append("\(action) without a prompt that was drawn")
    }
    guard case .open(let review, .consent) = prompt.stage, review.action == action,
      Set(plan.targets.map(\.seen.id)).isSubset(of: prompt.targets.map(\.id)),
      plan.targets.map(\.seen.target) == review.ready
    else { return violations.append("\(action) on other targets than the prompt showed") }
    // What leaves says of each target what the prompt said of it.
    for target in plan.targets {
      let shown = review.entries.first { $0.target.id == target.seen.id }?.task
      if shown?.state != target.seen.state || target.steps.isEmpty {
        violations.append("\(action) on a target in another state than the one shown")
      }
    }
    let isConfirmed =
      switch (before.configuration.isProtected, plan.targets.count) {
      case (true, _) where !before.configuration.profile.isEmpty:
        event.key == .enter && prompt.typed == before.configuration.profile
      case (false, 1): ["y", "н", "ｙ"].contains { event.key == .character($0) }
      case (_, let count): event.key == .enter && prompt.typed == String(count)
      }
    if !isConfirmed { violations.append("\(action) by \(event)") }
    if prompt.typed.isEmpty, pause < 0.4 { violations.append("\(action) after \(pause) s") }
  }

  private mutating func checkKeys(_ keys: TransferKeys, of before: State, for action: TaskAction) {
    guard case .start = action else {
      if keys != TransferKeys() { violations.append("\(action) with keys") }
      return
    }
    starts += 1
    let tasks = before.prompt?.review?.readyTasks ?? []
    if (keys.source != nil) != tasks.contains(where: { $0.source.needsKeys })
      || (keys.destination != nil) != tasks.contains(where: { $0.destination.needsKeys })
    {
      violations.append("\(action) with other keys than it needs")
    }
    let all = [keys.source, keys.destination].compactMap(\.self)
    if all.contains(where: { $0.accessKey.isEmpty || $0.secretKey.isEmpty }) {
      violations.append("\(action) with an empty key")
    }
  }

  private mutating func someEvent() -> Event {
    if !readingsDue.isEmpty, Bool.random(using: &random) { return someReading() }
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
    let likely = Array("sDRfRayny1234567890*vuzjkgGo<>i/rqRprodightl \u{1B}нｙ")
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
    return TaskSnapshot(
      tasks: tasks, removed: Set(gone), at: seconds)
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
    return .targetsRead(readings, request: request)
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

extension Event {
  fileprivate var key: Key? { if case .key(let key, at: _) = self { key } else { nil } }
}

extension KeyForm {
  fileprivate var hasSecret: Bool { fields.contains { $0.isSecret && !text(of: $0).isEmpty } }
}
