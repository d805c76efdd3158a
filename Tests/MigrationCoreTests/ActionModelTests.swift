import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// Whatever others do and whatever gets lost: what was agreed to is what is done.
struct ActionModelTests {
  /// How many seeds there are; each is a history of its own and can be run again by itself.
  private static let seeds: ClosedRange<UInt64> = {
    let count = ProcessInfo.processInfo.environment["FERRY_HISTORIES"].flatMap { UInt64($0) }
    return 1...max(count ?? 300, 1)
  }()

  private static let taskActions: [TaskAction] = [
    .stop, .delete, .stopThenDelete, .start(failedOnly: false),
  ]
  private static let groupActions: [GroupAction] = [.stop, .delete, .stopThenDelete, .start]

  @Test(arguments: Self.seeds)
  func `no step is sent that was not agreed to, and nothing is called gone that is not`(
    seed: UInt64
  ) async throws {
    let violations = try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      return await History(seed: seed, Self.taskActions, journal).violations()
        + History(seed: seed, Self.groupActions, journal).violations()
    }
    #expect(violations == [], "seed \(seed)")
  }

  @Test func `the histories have in them what they are about`() async throws {
    var outcomes: [ActionOutcome: Int] = [:]
    var faults = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      try await TemporaryDirectory.with { directory in
        let journal = Journal(path: directory.path.appending("journal.jsonl"))
        let history = History(seed: seed, Self.taskActions, journal)
        for result in await history.results() { outcomes[result.outcome, default: 0] += 1 }
        faults += await history.service.faults
      }
    }
    #expect(faults > 250)
    for outcome in [ActionOutcome.done, .accepted, .failed, .skipped] {
      #expect(outcomes[outcome, default: 0] > 5, "\(outcome)")
    }
  }
}

/// One prompt, one answer, and what came of it.
private struct History<Action: JudgedAction> where Action.Subject: SimulatedSubject {
  let service: SimulatedService<Action>
  private let action: Action
  private let waits: Bool
  private let runner: ActionRunner<Action>

  init(seed: UInt64, _ actions: [Action], _ journal: Journal) {
    service = SimulatedService(seed: seed, journal: journal)
    action = actions[Int(seed / 2 % 4)]
    waits = seed / 8 % 2 == 0
    runner = ActionRunner(
      service: service, journal: journal,
      patience: Patience(
        untilSettled: .milliseconds(400), firstPause: .microseconds(50), deleteAttempts: 6))
  }

  func results() async -> [TargetResult<Action.Subject.ID>] { await carryOut()?.results ?? [] }

  private func carryOut() async -> (
    plan: Plan<Action>, results: [TargetResult<Action.Subject.ID>]
  )? {
    let previews = await service.shown().map { subject in
      ActionPreview(
        action, of: Reading(id: subject.id, outcome: .success(subject)), waits: waits)
    }
    guard let plan = Plan(action, previews, on: "p", isProtected: true),
      let consent = plan.consent(to: .typed("p"), number: 1)
    else { return nil }
    await service.begin()
    return (plan, await runner.carryOut(consent))
  }

  /// The rules that were broken.
  func violations() async -> [String] {
    guard let (plan, results) = await carryOut() else { return ["there is no plan"] }
    var broken: [String] = []
    if results.map(\.id) != plan.targets.map(\.seen.id) { broken.append("a target without result") }
    let calls = await service.calls
    for (target, result) in zip(plan.targets, results) {
      let own = calls.filter { $0.id == target.seen.id }
      broken += Self.violations(of: own, on: target)
      broken += await violations(of: result, after: own, on: target)
    }
    return broken
  }

  private static func violations(
    of calls: [SimulatedService<Action>.Call], on target: Plan<Action>.Target
  ) -> [String] {
    var broken: [String] = []
    for call in calls {
      let place = target.steps.firstIndex(of: call.step)
      guard let place else {
        broken.append("\(call.step) of \(call.id) was not agreed to")
        continue
      }
      if !call.isJournalled { broken.append("\(call.step) of \(call.id) is not in the journal") }
      let hasWaited = target.steps[..<place].contains(.waitingUntilStopped)
      let isRight =
        hasWaited
        ? call.known?.state.isFinished == true && call.known?.startedAt == target.seen.startedAt
        : call.known == target.seen
      if !isRight { broken.append("\(call.step) of \(call.id), known as \(call.known as Any)") }
    }
    return broken
  }

  private func violations(
    of result: TargetResult<Action.Subject.ID>, after calls: [SimulatedService<Action>.Call],
    on target: Plan<Action>.Target
  ) async -> [String] {
    let isThere = await service.isThere(result.id)
    let told = await service.told[result.id] ?? SimulatedService<Action>.Told()
    let wasEnded = told.states.contains {
      $0.state.isFinished && $0.startedAt == target.seen.startedAt
    }
    switch result.outcome {
    case .done where action.wantsAbsence:
      return isThere ? ["\(result.id) is called deleted and is there"] : []
    case .done where action.verb == "stop":
      return wasEnded || told.isGone ? [] : ["\(result.id) is called stopped and never was"]
    case .done:
      let hasStarted = told.answers[.starting] != nil || told.states.last != target.seen
      return hasStarted ? [] : ["\(result.id) is called started and never was"]
    case .accepted:
      let isStopping =
        told.answers[.stopping] != nil || told.refusals.contains(66)
        || told.answers[.deleting] != nil || told.states.contains { $0.state.isStopping }
        || action.wantsAbsence && !isThere
      return isStopping ? [] : ["\(result.id) is called accepted and nobody did"]
    case .skipped where target.steps.count == 1:
      // A delete that was refused may find that its target has changed.
      return calls.isEmpty || told.refusals.contains(63) || told.refusals.contains(66)
        ? [] : ["\(result.id) was skipped after a call"]
    case .skipped, .refused, .failed:
      return result.problem == nil ? ["\(result.id) has no reason"] : []
    }
  }
}
