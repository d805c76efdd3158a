import TestSupport

@testable import Migration
@testable import MigrationCore

extension ChangingService {
  /// How often things went wrong.
  struct FaultCount: Equatable, Sendable {
    var crashes = 0
    var lost = 0
    var late = 0
    var foreign = 0
  }

  /// Answers a read that comes through `door`.
  func answer(_ question: Question, at door: Int) async throws(APIProblem) -> Reply {
    try await travel()
    if let fault = fault() { throw fault }
    let reply = world.answer(question)
    try await travel()
    if isUnlucky(14) { throw lost() }
    let answer = try reply.get()
    if case .task(let task) = answer { known[door, default: [:]][task.id] = task }
    return answer
  }

  /// Takes a step that comes through `door`.
  func take(_ step: ActionStep, _ id: TaskID, at door: Int) async throws(APIProblem) {
    calls.append(Call(door: door, step: step, id: id, known: known[door]?[id]))
    try await travel()
    if let fault = fault() { throw fault }
    let isLost = isUnlucky(6)
    // Lost on the way to the service, or on the way back.
    if !isLost || chance(2) == 0 { try carryOut(step, id) }
    try await travel()
    if isLost { throw lost().withDoubt }
  }

  private func carryOut(_ step: ActionStep, _ id: TaskID) throws(APIProblem) {
    let task: MigrationTask
    switch world.answer(.show(id)) {
    case .success(.task(let found)): task = found
    case .success: return
    case .failure(let problem): throw problem
    }
    switch step {
    case .stopping:
      guard task.state == .running, !stopping.contains(id) else { throw refusal(66) }
      beginStop(of: id)
    case .deleting:
      let isRunning = task.state == .running || task.state == .stopping || stopping.contains(id)
      let late = lateRefusals[id] ?? 0
      lateRefusals[id] = max(late - 1, 0)
      guard !isRunning, late == 0 else { throw refusal(63) }
      world.remove(id, at: now)
    case .starting:
      guard task.state == .stopped || task.state == .failed else { throw refusal(65) }
      begin(id, [.waiting, .running][chance(2)])
    case .limiting, .waitingUntilStopped, .waitingUntilGone: break
    }
  }

  private func refusal(_ number: Int) -> APIProblem {
    APIProblem(.said("refused"), kind: .wrongState, code: "OMS.00\(number)", status: 400)
  }

  /// Lets the time pass that an answer or a request takes.
  private func travel() async throws(APIProblem) {
    let isLate = isUnlucky(25)
    if isLate { faults.late += 1 }
    do {
      try await time.sleep(for: .milliseconds(chance(isLate ? 7_000 : 120)))
    } catch {
      throw APIProblem.calledOff
    }
  }

  /// What answers instead of the service.
  private func fault() -> APIProblem? {
    if isDown { return APIProblem(.said("connection refused"), kind: .unreachable) }
    guard isUnlucky(12) else { return nil }
    faults.foreign += 1
    return [
      APIProblem(.refused(.nothingAtAddress), kind: .invalid, status: 404),
      APIProblem(.refused(.serverTrouble), kind: .server, status: 503).withDoubt,
      APIProblem(.refused(.tooManyRequests), kind: .throttled, status: 429),
      APIProblem(.said("a page for people"), kind: .unreadable, status: 200).withDoubt,
    ][chance(4)]
  }

  private func lost() -> APIProblem {
    faults.lost += 1
    return APIProblem(.said("the link was cut"), kind: .unreachable)
  }

  private func isUnlucky(_ many: Int) -> Bool { !isQuiet && chance(many) == 0 }
}
