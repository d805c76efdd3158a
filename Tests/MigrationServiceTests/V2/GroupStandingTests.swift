import Testing

@testable import Migration

@testable import MigrationService

struct GroupStandingTests {
  @Test(
    arguments: [
      ([:], .succeeded), ([.succeeded: 3], .succeeded), ([.succeeded: 1, .failed: 1], .failed),
      ([.failed: 1, .stopped: 1], .stopped), ([.stopped: 1, .stopping: 1], .stopping),
      ([.stopping: 1, .waiting: 1], .running), ([.running: 1, .failed: 9], .running),
      ([.initialising: 1], .running),
    ] as [([TaskState: Int], TaskGroupState)])
  func `a group stands where its tasks stand`(
    members: [TaskState: Int], state: TaskGroupState
  ) {
    #expect(TaskGroupState(of: members) == state)
  }
}
