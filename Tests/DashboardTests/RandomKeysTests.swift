import Canvas
import FoundationEssentials
import TestSupport
import Testing

@testable import Migration

@testable import Dashboard

/// Whatever the user, the terminal and the service do.
struct RandomKeysTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `no action leaves without a prompt that was drawn and confirmed`(seed: UInt64) async {
    var chaos = Chaos(seed: seed)
    var steps = 0
    // Where little was done there was little to find fault with: on, but not for ever.
    while steps < 24_000 || !chaos.hasDoneEnough && steps < 400_000 {
      for _ in 0..<100 { chaos.step() }
      steps += 100
      // Servers of other tests answer on the same threads.
      await Task.yield()
    }
    #expect(chaos.violations == [])
    let hasDoneEnough = chaos.hasDoneEnough
    #expect(hasDoneEnough)
  }
}

extension Chaos {
  /// Whether so much was agreed to, typed and read that a breach could have shown.
  fileprivate var hasDoneEnough: Bool {
    actions > 5 && starts > 1 && creations > 0 && secrets > 5 && pages > 5
  }
}

/// A user, a terminal and a service that do anything in any order, and what must hold.
struct Chaos {
  private(set) var violations: [String] = []
  private(set) var actions = 0
  private(set) var starts = 0
  private(set) var creations = 0
  /// Frames that were drawn while a secret was being typed.
  private(set) var secrets = 0
  /// Frames that were drawn with what was told of a task.
  private(set) var pages = 0

  var random: Generator
  var state: State
  /// Draws as the screen does, which keeps what has not changed.
  private var renderer = Renderer()
  var seconds = 0.0
  /// When the latest key was pressed, and how long after the one before.
  var keySeconds = -1.0
  var pause = 0.0
  /// Deleted tasks never come back, so new ones have to come.
  var oldest: Int64 = 0
  /// Prompts whose picture with the question was drawn, by request.
  private var drawn: Set<Int> = []
  private var reportsDue: [Int] = []
  /// The works of arranging rows that are under way, of which the last one is wanted.
  var arrangementsDue: [(Arranger, Int)] = []
  var readingsDue: [([TaskID], Int)] = []
  var results: [(TaskID, Int)] = []
  var answersDue: [Event] = []
  /// The sessions that other profiles had before.
  var generations = [0]
  /// What was agreed to and held back.
  private var held: [Int: (plan: Plan<TaskAction>, since: Duration)] = [:]
  /// The searches for keys and the creations that are under way.
  var searchesDue: [Int] = []
  var creationsDue: [Int] = []

  /// A character that is in secrets only; nothing else on the screen has it.
  static let secret: Character = "§"

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
    let effects = update(&state, event)
    checkHeld(before, event)
    for effect in effects {
      switch effect {
      case .act(let consent, let keys, let request):
        if let held = held.removeValue(forKey: request) {
          checkGrace(held, consent.plan, before, request)
        } else {
          check(before, event, consent.plan)
        }
        checkKeys(keys, of: before, for: consent.plan.action)
        results += consent.plan.targets.map { ($0.seen.id, request) }
      case .findKeys(_, let request): searchesDue.append(request)
      case .create(let task, let request):
        check(before, event, creationOf: task)
        creationsDue.append(request)
      case .reportShown(let request): reportsDue.append(request)
      case .arrange(let request): arrangementsDue.append((state.list.table.arranger, request))
      case .read(let ids, _, let request): readingsDue.append((ids, request))
      case .export(_, let file, let request):
        answersDue.append(.exported(.success(1), to: file, request: request))
      case .ask(let question, let id, let request):
        answersDue.append(.told(someAnswer(to: question, about: id), request: request))
      case .recall(_, let unseen, let request):
        let events = unseen.map { event in
          PastEvent(
            at: nil, event.happening, TaskTarget(id: event.task.id, name: event.task.name))
        }
        answersDue.append(.recalled(.events(events), request: request))
      case .open(let profile, let request): answersDue.append(opened(profile, request))
      case .refresh, .poll, .readProfiles, .enter, .keepLook, .cancel, .wake, .copy, .repaint,
        .suspend,
        .quit:
        break
      }
    }
  }

  /// Draws, and sometimes reports it; a report never comes before the picture.
  private mutating func draw() {
    let frame = render(state)
    if renderer.frame(of: state) != frame { violations.append("a frame of what was before") }
    if frame.size != state.size { violations.append("a frame of the wrong size") }
    if !hasRightPapers { violations.append("a page about another task") }
    pages += state.session.papers.map { $0[state.page].answer == nil ? 0 : 1 } ?? 0
    let form = state.prompt?.form ?? state.newTask?.keyForm
    if form?.hasSecret == true { secrets += 1 }
    if frame.rows.contains(where: { $0.contains { $0.character == Self.secret } }) {
      violations.append("a secret on the screen")
    }
    guard let request = reportsDue.popLast() else { return }
    if state.prompt?.request == request, state.prompt?.review != nil { drawn.insert(request) }
    if state.newTask?.request == request { drawn.insert(request) }
    send(.shown(request: request))
  }

  /// What is held back was agreed to as if it were sent.
  private mutating func checkHeld(_ before: State, _ event: Event) {
    let known = Set(before.actions.map(\.request))
    for action in state.actions where action.held != nil && !known.contains(action.request) {
      check(before, event, action.plan)
      held[action.request] = (action.plan, state.now)
    }
  }

  /// What was held back is sent as it was agreed to, after its time, unless it was taken back.
  private mutating func checkGrace(
    _ held: (plan: Plan<TaskAction>, since: Duration), _ plan: Plan<TaskAction>, _ before: State,
    _ request: Int
  ) {
    let isHeld = before.actions.contains { $0.request == request && $0.held != nil }
    if !isHeld || held.plan != plan || state.now < held.since + HeldAction.grace {
      violations.append("\(plan.action) otherwise than it was held back")
    }
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
      case (false, 1): ["y", "н", "ｙ", "υ"].contains { event.key == .character($0) }
      case (_, let count): event.key == .enter && prompt.typed == String(count)
      }
    if !isConfirmed { violations.append("\(action) by \(event)") }
    if prompt.typed.isEmpty, pause < 0.4 { violations.append("\(action) after \(pause) s") }
  }

  private mutating func check(_ before: State, _ event: Event, creationOf task: Migration.NewTask) {
    creations += 1
    guard let dialogue = before.newTask, drawn.contains(dialogue.request),
      case .open(.consent(let shown)) = dialogue.stage, shown == task
    else { return violations.append("a task that no question that was drawn was about") }
    let wanted = before.configuration.challengeOfCreation.typedAnswer
    let isConfirmed =
      wanted.map { event.key == .enter && dialogue.answer.typed == $0 }
      ?? ["y", "н", "ｙ", "υ"].contains { event.key == .character($0) }
    if !isConfirmed { violations.append("a task by \(event)") }
    if dialogue.answer.typed.isEmpty, pause < 0.4 { violations.append("a task after \(pause) s") }
    for (side, keys) in [
      (task.source, task.keys.source), (task.destination, task.keys.destination),
    ]
    where side.needsKeys != (keys.map { !$0.accessKey.isEmpty && !$0.secretKey.isEmpty } ?? false) {
      violations.append("a task with other keys than it needs")
    }
  }

  private mutating func checkKeys(
    _ keys: [TaskID: TransferKeys], of before: State, for action: TaskAction
  ) {
    guard case .start = action else {
      if !keys.isEmpty { violations.append("\(action) with keys") }
      return
    }
    starts += 1
    for task in before.prompt?.review?.readyTasks ?? []
    where (keys[task.id]?.source != nil) != task.source.needsKeys
      || (keys[task.id]?.destination != nil) != task.destination.needsKeys
    {
      violations.append("\(action) with other keys than it needs")
    }
    let all = keys.values.flatMap { [$0.source, $0.destination].compactMap(\.self) }
    if all.contains(where: { $0.accessKey.isEmpty || $0.secretKey.isEmpty }) {
      violations.append("\(action) with an empty key")
    }
  }
}

extension Event {
  fileprivate var key: Key? { if case .key(let key, at: _) = self { key } else { nil } }
}

extension KeyForm {
  fileprivate var hasSecret: Bool { fields.contains { $0.isSecret && !text(of: $0).isEmpty } }
}
