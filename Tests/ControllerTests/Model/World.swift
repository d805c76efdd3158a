import Canvas
import FoundationEssentials
import TestSupport

@testable import Controller
@testable import Dashboard
@testable import Migration
@testable import Terminal

/// A dashboard, a terminal at the end of a slow link, somebody at its keyboard and a service that
/// changes, all on one clock.
struct World {
  /// What was done that nobody had agreed to.
  private(set) var violations: [String] = []
  private(set) var actions = 0
  private(set) var creations = 0
  private(set) var keys = 0

  var random: Generator
  var agenda = Agenda()
  var now = Duration.zero
  var state: State
  /// What the user sees.
  var eyes: Layer?
  /// The tasks as the service has them.
  var tasks: [TaskID: MigrationTask]
  let answers: Bool
  private var sighting = Sighting()
  private var parser = InputParser()
  private var shown: State?
  /// When the dashboard wants to be told the time.
  private var alarm: Duration?
  private var toReport: Int? = 0
  /// When each question was sent.
  private var sentAt: [Int: Duration] = [:]
  private var lastKeyAt = Duration.seconds(-10)
  private var lastOutput = Duration.zero
  private var lastInput = Duration.zero
  private var bytes = 0
  /// What was agreed to and held back.
  private var held: [Int: (plan: Plan<TaskAction>, since: Duration)] = [:]
  private let delay: Duration

  /// A world in which the link takes `delay`, with a terminal that answers or never does.
  init(seed: UInt64, delay: Duration, answers: Bool) {
    random = Generator(seed: seed)
    self.delay = delay
    self.answers = answers
    state = State(
      configuration: DashboardConfiguration(profile: "prod", isProtected: seed.isMultiple(of: 4)),
      size: Size(rows: 24, columns: 80))
    let all = (1...5).map { MigrationTask.sample($0, $0 < 4 ? .running : .failed) }
    tasks = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    take(.tasksLoaded(snapshot(all)))
    for happening in [Agenda.Happening.user, .change] { agenda.add(happening, at: now) }
  }

  /// Lets the next thing happen.
  mutating func step() {
    guard let next = agenda.next() else { return }
    now = next.time
    switch next.happening {
    case .byte(let byte, let eyes): hear(byte, eyes)
    case .escapeIsLone(let count):
      if count == bytes { for input in parser.timeIsUp() { take(input, eyes) } }
    case .frame(let layer): eyes = layer
    case .question: if answers { type(Array("\u{1B}[0n".utf8)) }
    case .unanswered(let request):
      if sighting.isSeen(withoutAnswer: request) { take(.shown(request: request)) }
    case .arranged(let arranger, let request):
      take(.arranged(arranger.rows() ?? [], request: request))
    case .reading(let ids, let request): take(.targetsRead(ids.map(reading), request: request))
    case .ended(let id, let request): finish(id, request)
    case .searched(let request):
      take(.keysFound(.success(TransferKeys()), request: request))
    case .created(let request): take(.created(.failure(APIProblem.outage), request: request))
    case .told(let request):
      take(.told(.failedObjects([UnmovedObject("a", "b")]), request: request))
    case .change: change()
    case .tick: if let alarm, alarm <= now { take(.tick(moment)) }
    case .user: act()
    case .typed(let bytes): type(bytes)
    case .resize(let size): take(.resized(size))
    case .resumed: take(.resumed)
    }
    draw()
  }

  var moment: Moment { Moment(date: testDate, elapsed: now) }

  /// Sends bytes to the program, behind all that were sent before.
  mutating func type(_ bytes: [UInt8]) {
    lastInput = max(lastInput, now + delay)
    for byte in bytes { agenda.add(.byte(byte, eyes: eyes), at: lastInput) }
  }

  /// Hands the dashboard something, and does what it asks for.
  mutating func take(_ event: Event, eyes: Layer? = nil) {
    let before = state
    let effects = update(&state, event)
    checkHeld(before, eyes)
    for effect in effects {
      switch effect {
      case .act(let consent, _, let request):
        actions += 1
        if let held = held.removeValue(forKey: request) {
          checkGrace(held, consent.plan, before, request)
        } else {
          check(consent.plan, before, eyes)
        }
        for target in consent.plan.targets {
          agenda.add(.ended(target.seen.id, request: request), at: now + .milliseconds(300))
        }
      case .findKeys(_, let request):
        agenda.add(.searched(request: request), at: now + .milliseconds(80))
      case .create(let task, let request):
        creations += 1
        check(task, before, eyes)
        agenda.add(.created(request: request), at: now + .milliseconds(300))
      case .read(let ids, _, let request):
        agenda.add(.reading(ids, request: request), at: now + .milliseconds(80))
      case .arrange(let request):
        let delay = Duration.milliseconds(Int.random(in: 0...600, using: &random))
        agenda.add(.arranged(state.list.table.arranger, request: request), at: now + delay)
      case .reportShown(let request): toReport = request
      case .suspend: agenda.add(.resumed, at: now)
      case .wake(let time):
        alarm = time
        if let time { agenda.add(.tick, at: max(time, now)) }
      case .ask(_, _, let request):
        agenda.add(.told(request: request), at: now + .milliseconds(200))
      case .refresh, .poll, .export, .readProfiles, .open, .enter, .keepLook, .recall, .cancel,
        .copy, .repaint,
        .quit:
        break
      }
    }
  }

  private mutating func hear(_ byte: UInt8, _ eyes: Layer?) {
    bytes += 1
    for input in parser.take([byte]) { take(input, eyes) }
    if parser.isLoneEscape {
      agenda.add(.escapeIsLone(after: bytes), at: now + .milliseconds(25))
    }
  }

  private mutating func take(_ input: Input, _ eyes: Layer?) {
    switch input {
    case .key(_, .release), .canHold: break
    case .key(let key, _):
      keys += 1
      take(.key(key, at: now), eyes: eyes)
      lastKeyAt = now
    case .statusReport:
      sighting.arrived().map { take(.shown(request: $0)) }
      ask()
    }
  }

  /// Sends the picture of the state, and what is asked behind it.
  private mutating func draw() {
    guard state != shown, sighting.mayShow(at: now) else { return }
    shown = state
    lastOutput = max(lastOutput, now + delay)
    agenda.add(.frame(state.layer), at: lastOutput)
    let request = toReport
    toReport = nil
    sighting.sent(request)
    ask()
    guard let request else { return }
    sentAt[request] = now
    agenda.add(
      .unanswered(request), at: max(now + Sighting.patience, Sighting.firstPatience))
  }

  private mutating func ask() {
    var isAsked = false
    sighting.ask(at: now) {
      isAsked = true
      return true
    }
    if isAsked { agenda.add(.question, at: max(lastOutput, now + delay)) }
  }

  /// What is held back was agreed to as if it were sent.
  private mutating func checkHeld(_ before: State, _ eyes: Layer?) {
    let known = Set(before.actions.map(\.request))
    for action in state.actions where action.held != nil && !known.contains(action.request) {
      check(action.plan, before, eyes)
      held[action.request] = (action.plan, now)
    }
  }

  /// What was held back is sent as it was agreed to, after its time, unless it was taken back.
  private mutating func checkGrace(
    _ held: (plan: Plan<TaskAction>, since: Duration), _ plan: Plan<TaskAction>, _ before: State,
    _ request: Int
  ) {
    let isHeld = before.actions.contains { $0.request == request && $0.held != nil }
    if !isHeld || held.plan != plan || now < held.since + HeldAction.grace {
      violations.append("\(now) \(plan.action) otherwise than it was held back")
    }
  }

  private mutating func check(_ plan: Plan<TaskAction>, _ before: State, _ eyes: Layer?) {
    guard let prompt = before.prompt, prompt.plan(in: before.configuration) == plan else {
      return violations.append("\(now) \(plan.action) without a prompt that says so")
    }
    let seen = eyes?.prompt
    if answers, seen?.request != prompt.request || seen?.plan(in: before.configuration) != plan {
      violations.append("\(now) \(plan.action) by somebody who saw \(String(describing: eyes))")
    }
    checkTime("\(plan.action)", request: prompt.request, typed: prompt.typed)
  }

  private mutating func check(_ task: NewTask, _ before: State, _ eyes: Layer?) {
    guard let dialogue = before.newTask, dialogue.question == .consent(task) else {
      return violations.append("\(now) a task without a question that says so")
    }
    let seen = eyes?.newTask
    if answers, seen?.request != dialogue.request || seen?.question != .consent(task) {
      violations.append("\(now) a task by somebody who saw \(String(describing: eyes))")
    }
    checkTime("a task", request: dialogue.request, typed: dialogue.answer.typed)
  }

  private mutating func checkTime(_ deed: String, request: Int, typed: String) {
    if !answers, now - (sentAt[request] ?? now) < Sighting.patience {
      violations.append("\(now) \(deed) before a second had passed")
    }
    if typed.isEmpty, now - lastKeyAt < .milliseconds(400) {
      violations.append("\(now) \(deed) right after another key")
    }
  }
}
