import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// What is said of a call of which nobody said what became of it.
struct LostAnswerTests {
  private static let id = TaskID(rawValue: 1)
  private static let lost = APIProblem(kind: .unreachable, sentence: "the link was cut").withDoubt

  /// Acts on a task whose call is lost after it had the effect `effect`.
  private func perform(
    _ action: TaskAction, in state: TaskState,
    losing problem: APIProblem = Self.lost, waits: Bool = false,
    afterwards: @escaping FakeBackend.Preparation = { _, _ in },
    _ effect: @escaping @Sendable (inout [MigrationTask]) -> Void
  ) async throws -> ActionResult {
    let backend = FakeBackend(tasks: [MigrationTask(id: Self.id, name: "one", state: state)])
    let hasBeenSent = LookCounter()
    await backend.setBeforeCall { call, tasks throws(APIProblem) in
      guard call != .show(Self.id) else {
        if hasBeenSent.isUsed { try afterwards(call, &tasks) }
        return
      }
      guard hasBeenSent.next() == 1 else { return }
      effect(&tasks)
      throw problem
    }
    let results = await Performing(
      action: action, waits: waits,
      runner: ActionRunner(
        backend: backend, journal: nil, patience: Performing<TaskAction>.patience)
    ).run(on: [Self.id])
    return try #require(results.first)
  }

  @Test func `a delete that happened is done`() async throws {
    let result = try await perform(.delete, in: .stopped) { $0 = [] }
    #expect(result.outcome == .done)
    #expect(result.remark == .goneAfterLoss)
  }

  @Test func `a stop that happened is done, or accepted while it is under way`() async throws {
    let stopped = try await perform(.stop, in: .running) { $0[0].state = .stopped }
    #expect(stopped.outcome == .done)
    #expect(stopped.remark == .foundAfterLoss("stopped"))
    let stopping = try await perform(.stop, in: .running) { $0[0].state = .stopping }
    #expect(stopping.outcome == .accepted)
  }

  @Test func `a start that happened is done`() async throws {
    let result = try await perform(.start(failedOnly: false), in: .failed) {
      $0[0].state = .waiting
    }
    #expect(result.outcome == .done)
    #expect(result.remark == .foundAfterLoss("waiting"))
  }

  @Test func `limits that are there are done`() async throws {
    let windows = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)]
    let result = try await perform(.limit(windows), in: .running) {
      $0[0].settings.bandwidth = windows
    }
    #expect(result.remark == .limitedAfterLoss)
  }

  @Test(arguments: [
    (TaskAction.stop, TaskState.running), (.delete, .stopped),
    (.start(failedOnly: false), .stopped),
  ])
  func `what shows no effect has failed, may have happened, and is told as it was found`(
    action: TaskAction, state: TaskState
  ) async throws {
    let result = try await perform(action, in: state) { _ in }
    #expect(result.outcome == .failed)
    let sentence = try #require(result.problem?.english)
    #expect(sentence.contains("may have been carried out"))
    #expect(sentence.contains("looked at afterwards it was \(state.word)"))
  }

  @Test func `what could not be looked at is said to be so`() async throws {
    let result = try await perform(
      .delete, in: .stopped,
      afterwards: { _, _ throws(APIProblem) in
        throw APIProblem(kind: .server, sentence: "down")
      }
    ) { $0 = [] }
    #expect(result.outcome == .failed)
    #expect(result.problem?.english.contains("could not be looked at afterwards") == true)
    #expect(result.problem?.english.contains("down") == true)
  }

  @Test func `a plan goes on after a lost stop that happened`() async throws {
    let result = try await perform(.stopThenDelete, in: .running) { $0[0].state = .stopped }
    #expect(result.outcome == .done)
  }

  @Test func `nothing is deleted after a lost stop of which nothing is seen`() async throws {
    let result = try await perform(.stopThenDelete, in: .running) { _ in }
    #expect(result.outcome == .failed)
  }

  @Test func `what was certainly not sent is told as it is`() async throws {
    let refused = APIProblem(kind: .unreachable, sentence: "connection refused")
    let result = try await perform(.delete, in: .stopped, losing: refused) { _ in }
    #expect(result.problem == refused)
  }
}

/// A stop that is refused because of one that is under way.
struct RefusedStopTests {
  private static let id = TaskID(rawValue: 1)

  private func perform(
    _ action: TaskAction, code: String?, waits: Bool = false, showing states: [TaskState]
  ) async throws -> (ActionResult, [FakeBackend.Call]) {
    let backend = FakeBackend(tasks: [MigrationTask(id: Self.id, name: "one", state: .running)])
    let looks = LookCounter()
    await backend.setBeforeCall { call, tasks throws(APIProblem) in
      if call == .stop(Self.id) {
        throw APIProblem(kind: .wrongState, code: code, sentence: "it is not running")
      }
      guard call == .show(Self.id) else { return }
      tasks[0].state = states[min(looks.next(), states.count) - 1]
    }
    let results = await Performing(
      action: action, waits: waits,
      runner: ActionRunner(
        backend: backend, journal: nil, patience: Performing<TaskAction>.patience)
    ).run(on: [Self.id])
    return (try #require(results.first), await backend.calls.filter { $0 != .show(Self.id) })
  }

  @Test(arguments: ["OMS.0066", "S3M.0066"])
  func `a task of v1 that is stopping looks as if it ran, and is waited for`(
    code: String
  ) async throws {
    let looks: [TaskState] = [.running, .running, .running, .running, .stopped]
    let (stopped, _) = try await perform(.stop, code: code, waits: true, showing: looks)
    #expect(stopped.outcome == .done)
    let (deleted, sent) = try await perform(.stopThenDelete, code: code, showing: looks)
    #expect(deleted.outcome == .done)
    #expect(sent == [.stop(Self.id), .delete(Self.id)])
    let (accepted, _) = try await perform(.stop, code: code, showing: looks)
    #expect(accepted.outcome == .accepted)
    #expect(accepted.remark == .stoppingAlready)
  }

  @Test func `a stop may be followed by other states before the task has stopped`() async throws {
    let looks: [TaskState] = [
      .running, .running, .running, .initialising, .waiting, .stopping, .stopped,
    ]
    let (result, _) = try await perform(.stopThenDelete, code: "OMS.0066", showing: looks)
    #expect(result.outcome == .done)
  }

  @Test func `a refusal that does not say so is one`() async throws {
    let (result, sent) = try await perform(.stop, code: nil, showing: [.running])
    #expect(result.outcome == .refused)
    #expect(sent == [.stop(Self.id)])
  }

  @Test func `what has ended before it could stop is said to have ended`() async throws {
    let looks: [TaskState] = [.running, .running, .succeeded]
    let (stopped, _) = try await perform(.stop, code: "OMS.0066", showing: looks)
    #expect(stopped.outcome == .done)
    #expect(stopped.remark == .ended("succeeded"))
    let (deleted, _) = try await perform(.stopThenDelete, code: "OMS.0066", showing: looks)
    #expect(deleted.outcome == .done)
  }
}
