import Foundation
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// What was agreed to is what is done.
struct ConsentTests {
  private static let id = TaskID(rawValue: 1)
  private static let patience = Performing<TaskAction>.patience

  private static func task(_ state: TaskState, run: Double? = 100) -> MigrationTask {
    var task = MigrationTask(id: id, name: "one", state: state)
    task.startedAt = run.map(Date.init(timeIntervalSince1970:))
    return task
  }

  /// Agrees to `action` on a task as it was, and carries it out on what it has become.
  private func perform(
    _ action: TaskAction, shown: MigrationTask, now: [MigrationTask],
    before: @escaping FakeBackend.Preparation = { _, _ in }
  ) async throws -> (result: ActionResult, sent: [FakeBackend.Call]) {
    let backend = FakeBackend(tasks: now)
    await backend.setBeforeCall(before)
    let performing = Performing(
      action: action,
      runner: ActionRunner(backend: backend, journal: nil, patience: Self.patience))
    let consent = try #require(performing.consent(toActOn: [shown]))
    let results = await performing.runner.carryOut(consent)
    return (try #require(results.first), await backend.calls.filter { $0 != .show(Self.id) })
  }

  @Test(arguments: [
    (TaskAction.delete, TaskState.stopped, TaskState.failed), (.delete, .stopped, .succeeded),
    (.delete, .failed, .running), (.delete, .waiting, .running),
    (.stopThenDelete, .failed, .running),
    (.stopThenDelete, .running, .succeeded), (.stop, .running, .stopped),
    (.stop, .running, .retrying), (.start(failedOnly: false), .stopped, .failed),
    (.start(failedOnly: false), .failed, .running), (.delete, .stopped, .unknown(9)),
  ])
  func `what is in another state than the one shown is left alone, and both are told`(
    action: TaskAction, shown: TaskState, now: TaskState
  ) async throws {
    let (result, sent) = try await perform(
      action, shown: Self.task(shown), now: [Self.task(now)])
    #expect(result.outcome == .skipped)
    #expect(result.problem?.english.contains("was \(shown.word)") == true)
    #expect(result.problem?.english.contains("is \(now.word) now") == true)
    #expect(sent.isEmpty)
  }

  @Test(arguments: [TaskAction.stop, .stopThenDelete])
  func `another run of the same task is left alone, though its state is the same`(
    action: TaskAction
  ) async throws {
    let (result, sent) = try await perform(
      action, shown: Self.task(.running), now: [Self.task(.running, run: 200)])
    #expect(result.outcome == .skipped)
    #expect(result.problem?.english.contains("started again") == true)
    #expect(sent.isEmpty)
  }

  @Test func `a run of which nobody says when it began is told by the state alone`() async throws {
    let (result, _) = try await perform(
      .stop, shown: Self.task(.running, run: nil), now: [Self.task(.running, run: 200)])
    #expect(result.outcome == .accepted)
  }

  @Test func `what had not begun when it was shown and has begun since is another run`()
    async throws
  {
    let (result, sent) = try await perform(
      .delete, shown: Self.task(.waiting, run: nil), now: [Self.task(.waiting, run: 200)])
    #expect(result.outcome == .skipped)
    #expect(sent.isEmpty)
  }

  @Test func `what is gone since is deleted, and stopped it is not`() async throws {
    let deleted = try await perform(.delete, shown: Self.task(.stopped), now: [])
    #expect(deleted.result.outcome == .done)
    #expect(deleted.result.remark == .goneAlready)
    let stopped = try await perform(.stop, shown: Self.task(.running), now: [])
    #expect(stopped.result.outcome == .skipped)
    #expect(deleted.sent.isEmpty && stopped.sent.isEmpty)
  }

  @Test func `no stop is sent that was not in the plan, whatever refuses the delete`() async throws
  {
    let (result, sent) = try await perform(
      .stopThenDelete, shown: Self.task(.failed), now: [Self.task(.failed)]
    ) { call, tasks throws(APIProblem) in
      guard call == .delete(Self.id) else { return }
      tasks[0] = Self.task(.running, run: 200)
      throw APIProblem(kind: .wrongState, code: "OMS.0063", sentence: "running")
    }
    #expect(result.outcome == .skipped)
    #expect(sent == [.delete(Self.id)])
  }

  @Test func `what was started again while its stop was waited for is not deleted`() async throws {
    let (result, sent) = try await perform(
      .stopThenDelete, shown: Self.task(.running), now: [Self.task(.running)]
    ) { call, tasks throws(APIProblem) in
      if call == .show(Self.id), tasks[0].state == .stopped {
        tasks[0] = Self.task(.running, run: 200)
      }
    }
    #expect(result.outcome == .skipped)
    #expect(sent == [.stop(Self.id)])
  }

  @Test func `each of several targets has the steps that were shown for it`() async throws {
    let tasks = [
      MigrationTask(id: TaskID(rawValue: 2), name: "two", state: .running), Self.task(.failed),
    ]
    let performing = Performing(
      action: TaskAction.stopThenDelete,
      runner: ActionRunner(backend: FakeBackend(), journal: nil))
    let plan = try #require(performing.consent(toActOn: tasks)?.plan)
    #expect(
      plan.targets.map(\.steps) == [[.stopping, .waitingUntilStopped, .deleting], [.deleting]])
  }

  @Test(arguments: [
    (1, false, Answer.typed("y"), true), (1, false, .typed("YES"), true),
    (1, false, .typed(""), false), (1, false, .typed(nil), false), (1, false, .typed("1"), false),
    (3, false, .typed("3"), true), (3, false, .typed("y"), false), (3, false, .typed("33"), false),
    (1, true, .typed("p"), true), (1, true, .typed("y"), false), (3, true, .typed("3"), false),
    (3, false, .beforehand(profile: nil), true), (1, true, .beforehand(profile: nil), false),
    (3, true, .beforehand(profile: "p"), true), (1, true, .beforehand(profile: "q"), false),
  ])
  func `only the answer that is wanted is a consent`(
    count: Int, isProtected: Bool, answer: Answer, isConsent: Bool
  ) throws {
    let previews = (1...count).map { number in
      let task = MigrationTask(id: TaskID(rawValue: Int64(number)), state: .stopped)
      return ActionPreview(
        TaskAction.delete, of: TargetReading(id: task.id, outcome: .success(task)))
    }
    let plan = try #require(Plan(.delete, previews, on: "p", isProtected: isProtected))
    #expect((plan.consent(to: answer, number: 1) != nil) == isConsent)
    #expect(plan.consent(to: answer, number: 1).map { $0.plan == plan } ?? true)
  }

  @Test func `a consent is carried out once, however often it comes`() async throws {
    let backend = FakeBackend(tasks: [Self.task(.running)])
    let runner = ActionRunner<TaskAction>(backend: backend, journal: nil, patience: Self.patience)
    let performing = Performing(action: TaskAction.stop, runner: runner)
    let consent = try #require(performing.consent(toActOn: [Self.task(.running)]))
    async let one = runner.carryOut(consent)
    async let other = runner.carryOut(consent)
    let outcomes = await [one[0].outcome, other[0].outcome]
    #expect(outcomes.contains(.accepted) && outcomes.contains(.skipped))
    await backend.change { $0[0] = Self.task(.running) }
    let late = await runner.carryOut(consent)
    #expect(late.map(\.outcome) == [.skipped])
    #expect(late[0].problem?.english.contains("counts once") == true)
    #expect(await backend.calls.filter { $0 == .stop(Self.id) }.count == 1)
  }

  @Test func `a protected profile without a name wants the number, not nothing`() {
    #expect(Challenge(targets: 1, profile: "", isProtected: true) == .number(1))
  }

  @Test(
    arguments: [
      (.yes, "ｙ", true), (.yes, "ＹＥＳ", true), (.number(12), "１２", true),
      (.number(12), "1２", true), (.profile("prod 1"), "ｐrｏd　１", true),
      (.profile("ｐrod"), "prod", true), (.profile("测试"), "测试", true), (.number(12), "１３", false),
      (.number(1), "①", false), (.yes, "ｎ", false), (.profile("prod"), "Ｐrod", false),
    ] as [(Challenge, String, Bool)])
  func `an answer that an input method has made wide is that answer`(
    challenge: Challenge, typed: String, isMet: Bool
  ) {
    #expect(challenge.isMet(by: .typed(typed)) == isMet)
  }

  @Test func `what nothing would be done to is no part of a plan`() {
    let task = MigrationTask(id: Self.id, state: .running)
    let preview = ActionPreview(
      TaskAction.delete, of: TargetReading(id: Self.id, outcome: .success(task)))
    #expect(Plan(.delete, [preview], on: "p", isProtected: false) == nil)
  }
}
