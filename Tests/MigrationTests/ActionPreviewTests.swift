import Testing

@testable import Migration

struct ActionPreviewTests {
  private func reading(_ state: TaskState) -> TargetReading {
    let task = MigrationTask(id: TaskID(rawValue: 1), name: "photos", state: state)
    return TargetReading(id: task.id, outcome: .success(task))
  }

  @Test(
    arguments: [
      (.stop, .running, "would stop (running now)"),
      (.stop, .stopped, "would change nothing (stopped now)"),
      (.delete, .stopped, "would delete (stopped now)"),
      (.stopThenDelete, .running, "would stop, wait until stopped, delete (running now)"),
      (.stopThenDelete, .stopping, "would wait until stopped, delete (stopping now)"),
      (.stopThenDelete, .succeeded, "would delete (succeeded now)"),
      (.start(failedOnly: false), .failed, "would start (failed now)"),
    ] as [(TaskAction, TaskState, String)])
  func `a dry run tells the plan`(action: TaskAction, state: TaskState, remark: String) {
    let result = action.preview(of: reading(state)).dryResult
    #expect(result.outcome == .skipped)
    #expect(result.remark == remark)
  }

  @Test func `a dry run tells a refusal with its reason`() {
    let preview = TaskAction.delete.preview(of: reading(.running))
    #expect(preview.steps.isEmpty)
    #expect(preview.dryResult.outcome == .refused)
    #expect(preview.dryResult.problem?.code == "OMS.0063")
    #expect(preview.foregoneResult?.outcome == .refused)
  }

  @Test func `nothing is sent for what is under way already and nobody was asked about`() {
    let id = TaskGroupID(rawValue: "g")
    let group = TaskGroup(id: id, state: .deleting)
    let preview = GroupAction.delete.preview(of: GroupReading(id: id, outcome: .success(group)))
    #expect(preview.steps.isEmpty)
    #expect(preview.foregoneResult?.outcome == .accepted)
  }

  @Test func `a task that is gone is deleted already, but cannot be stopped`() {
    let gone = APIProblem(kind: .notFound, code: "OMS.1009", sentence: "no such task")
    let reading = TargetReading(id: TaskID(rawValue: 1), outcome: .failure(gone))
    #expect(TaskAction.delete.preview(of: reading).foregoneResult?.outcome == .done)
    #expect(TaskAction.stop.preview(of: reading).foregoneResult?.outcome == .failed)
  }

  private func facts(_ count: Int, isProtected: Bool) -> ConfirmationFacts {
    ConfirmationFacts(
      "delete", consequence: "It is gone then.", count: count, of: "task", on: "prod",
      isProtected: isProtected)
  }

  @Test func `one task wants a yes`() throws {
    let facts = facts(1, isProtected: false)
    #expect(facts.question == "delete this task on 'prod'? [y/N]")
    #expect(facts.challenge.isMet(by: "y") && facts.challenge.isMet(by: "YES"))
    #expect(!facts.challenge.isMet(by: "") && !facts.challenge.isMet(by: nil))
  }

  @Test func `several tasks want their number`() throws {
    let facts = facts(3, isProtected: false)
    #expect(facts.question.hasPrefix("delete 3 tasks on 'prod'?"))
    #expect(facts.challenge.isMet(by: "3"))
    #expect(!facts.challenge.isMet(by: "y") && !facts.challenge.isMet(by: "33"))
  }

  @Test func `a protected profile wants its name`() throws {
    let facts = facts(1, isProtected: true)
    #expect(facts.challenge.isMet(by: "prod"))
    #expect(!facts.challenge.isMet(by: "y") && !facts.challenge.isMet(by: "1"))
  }
}
