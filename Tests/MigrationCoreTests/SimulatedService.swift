import Foundation
import TestSupport

@testable import Migration
@testable import MigrationCore

/// A migration service that other people use as well, on a bad link; all of it follows from a seed.
///
/// Before and after each call others stop, start and delete tasks, tasks end by themselves, answers
/// get lost before or after the call had its effect, and a delete is refused for a while after a
/// stop. After a number of faults the world is quiet, so that everything comes to an end.
actor SimulatedService: ActionService {
  typealias Action = TaskAction

  /// A call that changes something, and what its sender knew.
  struct Call: Sendable {
    var step: ActionStep
    var id: TaskID
    /// The last answer about the task before the call; `nil` when there was none or it was an error.
    var known: Seen<MigrationTask>?
    /// Whether the journal had a line about this call that had no end.
    var isJournalled: Bool
  }

  /// What the sender was told about a task since ``begin()``.
  struct Told: Sendable {
    var states: [Seen<MigrationTask>] = []
    var isGone = false
    var answers: [ActionStep: Int] = [:]
    var refusals: Set<Int> = []
  }

  private(set) var tasks: [TaskID: MigrationTask]
  private(set) var calls: [Call] = []
  private(set) var told: [TaskID: Told] = [:]
  private(set) var faults = 0

  private let showsStopping: Bool
  private let journal: Journal
  private var random: Generator
  private var troubles = 0
  private var lateRefusals: [TaskID: Int] = [:]
  private var clock = 0.0

  init(seed: UInt64, journal: Journal) {
    random = Generator(seed: seed)
    // v1 shows a task that is stopping as running.
    showsStopping = seed.isMultiple(of: 2)
    self.journal = journal
    tasks = [:]
    let states: [TaskState] = [
      .running, .stopped, .failed, .succeeded, .waiting, .running, .stopping, .failed,
    ]
    for (number, state) in states.enumerated() {
      let id = TaskID(rawValue: Int64(number + 1))
      tasks[id] = MigrationTask(id: id, name: "task-\(id)", state: state)
      tasks[id]?.startedAt = state == .waiting ? nil : Date(timeIntervalSince1970: 1000)
    }
  }

  /// What a prompt shows before its question.
  func shown() -> [MigrationTask] { tasks.values.sorted { $0.id < $1.id }.map(appearance) }

  /// Lets time pass while somebody thinks, and faults come from now on.
  func begin() {
    troubles = 40
    for _ in 0..<chance(8) { others() }
  }

  func read(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    await late()
    others()
    if troubles(1, in: 8) { throw APIProblem(kind: .unreachable, sentence: "no answer") }
    guard let task = tasks[id].map(appearance) else {
      told[id, default: Told()].isGone = true
      throw APIProblem(kind: .notFound, code: "OMS.0053", sentence: "no such task")
    }
    told[id, default: Told()].states.append(Seen(task))
    others()
    await late()
    return task
  }

  func send(
    _ step: ActionStep, of action: TaskAction, to id: TaskID, keys: TransferKeys
  ) async throws(APIProblem) {
    let verb = step.verb(of: action)
    let open = try? journal.latest(99) {
      $0.task == id.rawValue && $0.begin.action == verb && $0.end == nil
    }
    calls.append(
      Call(
        step: step, id: id, known: told[id]?.states.last, isJournalled: open?.isEmpty == false))
    await late()
    others()
    if troubles(1, in: 10) { throw APIProblem(kind: .unreachable, sentence: "not sent") }
    let isLost = troubles(1, in: 6)
    // Lost on the way to the service, or on the way back.
    if !isLost || Bool.random(using: &random) { try carryOut(step, id) }
    others()
    await late()
    if isLost { throw APIProblem(kind: .unreachable, sentence: "the link was cut").withDoubt }
    told[id, default: Told()].answers[step, default: 0] += 1
  }

  private func carryOut(_ step: ActionStep, _ id: TaskID) throws(APIProblem) {
    guard let state = tasks[id]?.state else {
      told[id, default: Told()].isGone = true
      throw APIProblem(kind: .notFound, code: "OMS.0053", sentence: "no such task")
    }
    switch step {
    case .stopping:
      guard state == .running else { throw refusal(66, id) }
      tasks[id]?.state = .stopping
    case .deleting:
      let late = lateRefusals[id] ?? 0
      guard !state.isMoving, late == 0 else {
        lateRefusals[id] = max(late - 1, 0)
        throw refusal(63, id)
      }
      tasks[id] = nil
    case .starting:
      guard state == .stopped || state == .failed else { throw refusal(65, id) }
      start(id)
    case .limiting, .waitingUntilStopped, .waitingUntilGone: break
    }
  }

  private func refusal(_ number: Int, _ id: TaskID) -> APIProblem {
    told[id, default: Told()].refusals.insert(number)
    return APIProblem(kind: .wrongState, code: "OMS.00\(number)", sentence: "refused")
  }

  /// What others do, and what happens by itself.
  private func others() {
    for id in tasks.keys.sorted() {
      switch tasks[id]?.state {
      case .stopping where chance(3) == 0:
        tasks[id]?.state = [.stopped, .stopped, .stopped, .failed, .succeeded][chance(5)]
        lateRefusals[id] = chance(4)
      case .running where troubles(1, in: 60): tasks[id]?.state = .stopping
      case .running where troubles(1, in: 60): tasks[id]?.state = [.succeeded, .failed][chance(2)]
      case .stopped where troubles(1, in: 40), .failed where troubles(1, in: 40): start(id)
      case .stopped where troubles(1, in: 80), .succeeded where troubles(1, in: 80): tasks[id] = nil
      case .waiting where chance(20) == 0:
        tasks[id]?.state = .running
        clock += 1
        tasks[id]?.startedAt = Date(timeIntervalSince1970: 2000 + clock)
      default: break
      }
    }
  }

  private func start(_ id: TaskID) {
    clock += 1
    tasks[id]?.state = [.waiting, .running][chance(2)]
    tasks[id]?.startedAt = Date(timeIntervalSince1970: 2000 + clock)
  }

  private func appearance(of task: MigrationTask) -> MigrationTask {
    var shown = task
    if task.state == .stopping, !showsStopping { shown.state = .running }
    return shown
  }

  private func late() async {
    for _ in 0..<chance(4) { await Task.yield() }
  }

  private func chance(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func troubles(_ few: Int, in many: Int) -> Bool {
    guard troubles > 0, chance(many) < few else { return false }
    troubles -= 1
    faults += 1
    return true
  }
}
