import Foundation
import TestSupport

@testable import Migration
@testable import MigrationCore

/// A migration service that other people use as well, on a bad link; all of it follows from a seed.
///
/// Before and after each call others stop, start and delete tasks, tasks end by themselves, answers
/// get lost before or after the call had its effect, and a delete is refused for a while after a
/// stop. After a number of faults the world is quiet, so that everything comes to an end.
actor SimulatedService<Action: JudgedAction>: ActionService
where Action.Subject: SimulatedSubject {
  typealias Subject = Action.Subject

  /// A call that changes something, and what its sender knew.
  struct Call: Sendable {
    var step: ActionStep
    var id: Subject.ID
    /// The last answer about the task before the call; `nil` when there was none or it was an error.
    var known: Seen<Subject>?
    /// Whether the journal had a line about this call that had no end.
    var isJournalled: Bool
  }

  /// What the sender was told about a task since ``begin()``.
  struct Told: Sendable {
    var states: [Seen<Subject>] = []
    var isGone = false
    var answers: [ActionStep: Int] = [:]
    var refusals: Set<Int> = []
  }

  /// What is true, by the number of the task or group.
  private struct Truth {
    var life: Life
    var startedAt: Date?
  }

  private(set) var calls: [Call] = []
  private(set) var told: [Subject.ID: Told] = [:]
  private(set) var faults = 0

  private var truths: [Int: Truth] = [:]
  private let showsStopping: Bool
  private let journal: Journal
  private var random: Generator
  private var troubles = 0
  private var lateRefusals: [Int: Int] = [:]
  private var clock = 0.0

  init(seed: UInt64, journal: Journal) {
    random = Generator(seed: seed)
    showsStopping = Subject.showsStopping || seed.isMultiple(of: 2)
    self.journal = journal
    let lives: [Life] = [
      .running, .stopped, .failed, .succeeded, .waiting, .running, .stopping, .failed,
    ]
    for (number, life) in lives.enumerated() {
      let start = life == .waiting ? nil : Date(timeIntervalSince1970: 1000)
      truths[number] = Truth(life: life, startedAt: start)
    }
  }

  /// What a prompt shows before its question.
  func shown() -> [Subject] { truths.keys.sorted().compactMap(appearance) }

  /// Whether there is such a task or group, apart from one whose deletion was accepted.
  func isThere(_ id: Subject.ID) -> Bool {
    truths[Subject.number(of: id)].map { $0.life != .leaving } ?? false
  }

  /// Lets time pass while somebody thinks, and faults come from now on.
  func begin() {
    troubles = 40
    for _ in 0..<chance(8) { others() }
  }

  func read(_ id: Subject.ID) async throws(APIProblem) -> Subject {
    await late()
    others()
    if troubles(1, in: 8) { throw APIProblem(kind: .unreachable, sentence: "no answer") }
    guard let subject = appearance(of: Subject.number(of: id)) else {
      told[id, default: Told()].isGone = true
      throw APIProblem(kind: .notFound, code: "OMS.0053", sentence: "no such task")
    }
    told[id, default: Told()].states.append(Seen(subject))
    others()
    await late()
    return subject
  }

  func send(
    _ step: ActionStep, of action: Action, to id: Subject.ID, keys: TransferKeys
  ) async throws(APIProblem) {
    let verb = step.verb(of: action)
    let open = try? journal.latest(99) {
      Subject.isNamed(id, in: $0.begin) && $0.begin.action == verb && $0.end == nil
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

  private func carryOut(_ step: ActionStep, _ id: Subject.ID) throws(APIProblem) {
    let number = Subject.number(of: id)
    guard let life = truths[number]?.life else {
      told[id, default: Told()].isGone = true
      throw APIProblem(kind: .notFound, code: "OMS.1009", sentence: "no such thing")
    }
    switch step {
    case .stopping:
      guard life == .running else { throw refusal(66, id) }
      truths[number]?.life = .stopping
    case .deleting:
      let late = lateRefusals[number] ?? 0
      guard ![.running, .stopping, .leaving].contains(life), late == 0 else {
        lateRefusals[number] = max(late - 1, 0)
        throw refusal(63, id)
      }
      delete(number)
    case .starting:
      guard life == .stopped || life == .failed else { throw refusal(65, id) }
      start(number)
    case .limiting, .waitingUntilStopped, .waitingUntilGone: break
    }
  }

  private func refusal(_ number: Int, _ id: Subject.ID) -> APIProblem {
    told[id, default: Told()].refusals.insert(number)
    return APIProblem(kind: .wrongState, code: "OMS.00\(number)", sentence: "refused")
  }

  /// What others do, and what happens by itself.
  private func others() {
    for number in truths.keys.sorted() {
      switch truths[number]?.life {
      case .stopping where chance(3) == 0:
        truths[number]?.life = [.stopped, .stopped, .stopped, .failed, .succeeded][chance(5)]
        lateRefusals[number] = chance(4)
      case .leaving where chance(3) == 0: truths[number] = nil
      case .running where troubles(1, in: 60): truths[number]?.life = .stopping
      case .running where troubles(1, in: 60):
        truths[number]?.life = [.succeeded, .failed][chance(2)]
      case .stopped where troubles(1, in: 40), .failed where troubles(1, in: 40): start(number)
      case .stopped where troubles(1, in: 80), .succeeded where troubles(1, in: 80):
        delete(number)
      case .waiting where chance(20) == 0:
        start(number)
        truths[number]?.life = .running
      default: break
      }
    }
  }

  private func start(_ number: Int) {
    clock += 1
    truths[number] = Truth(
      life: [.waiting, .running][chance(2)], startedAt: Date(timeIntervalSince1970: 2000 + clock))
  }

  private func delete(_ number: Int) {
    if Subject.vanishesAtOnce { truths[number] = nil } else { truths[number]?.life = .leaving }
  }

  private func appearance(of number: Int) -> Subject? {
    guard let truth = truths[number] else { return nil }
    let isHidden = truth.life == .stopping && !showsStopping
    return Subject.simulated(
      number, isHidden ? .running : truth.life, startedAt: truth.startedAt)
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
