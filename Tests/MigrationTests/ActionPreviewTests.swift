import TestSupport
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
    let result = ActionPreview(action, of: reading(state)).dryResult
    #expect(result.outcome == .skipped)
    #expect(result.remark?.english == remark)
  }

  @Test func `a dry run tells a refusal with its reason`() {
    let preview = ActionPreview(TaskAction.delete, of: reading(.running))
    #expect(preview.steps.isEmpty)
    #expect(preview.dryResult.outcome == .refused)
    #expect(preview.dryResult.problem?.code == "OMS.0063")
    #expect(preview.foregoneResult?.outcome == .refused)
  }

  @Test func `nothing is sent for what is under way already and nobody was asked about`() {
    let id = TaskGroupID(rawValue: "g")
    let group = TaskGroup(id: id, state: .deleting)
    let preview = ActionPreview(
      GroupAction.delete, of: GroupReading(id: id, outcome: .success(group)))
    #expect(preview.steps.isEmpty)
    #expect(preview.foregoneResult?.outcome == .accepted)
  }

  @Test func `a task that is gone is deleted already, but cannot be stopped`() {
    #expect(foregone(.delete, wasKnown: true)?.outcome == .done)
    #expect(foregone(.delete, wasKnown: true)?.remark == .goneAlready)
    #expect(foregone(.stop, wasKnown: true)?.outcome == .failed)
  }

  @Test(arguments: [TaskAction.delete, .stopThenDelete])
  func `a task that never was is not deleted`(action: TaskAction) {
    let result = foregone(action, wasKnown: false)
    #expect(result?.outcome == .failed)
    #expect(result?.problem?.english.contains("there is no such task") == true)
    #expect(result?.problem?.english.contains("check the id") == true)
    #expect(result?.problem?.code == "OMS.1009")
  }

  private func foregone(_ action: TaskAction, wasKnown: Bool) -> ActionResult? {
    let gone = APIProblem(kind: .notFound, code: "OMS.1009", sentence: "no such task")
    let reading = TargetReading(id: TaskID(rawValue: 1), outcome: .failure(gone))
    return ActionPreview(action, of: reading) { _ in wasKnown }.foregoneResult
  }
}
