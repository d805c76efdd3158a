import FoundationEssentials
import Testing

@testable import Migration

struct TaskHappeningTests {
  private static func task(_ state: TaskState, startedAt: Double? = nil) -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: 1), state: state)
    task.startedAt = startedAt.map(Date.init(timeIntervalSince1970:))
    return task
  }

  @Test(
    arguments: [
      (.waiting, .waiting, []), (.waiting, .initialising, []),
      (.waiting, .running, [.started]), (.initialising, .retrying, [.started]),
      (.running, .running, []), (.running, .retrying, []), (.running, .stopping, []),
      (.running, .stopped, [.stopped]), (.stopping, .stopped, [.stopped]),
      (.running, .failed, [.failed]), (.retrying, .failed, [.failed]),
      (.running, .succeeded, [.finished]), (.waiting, .succeeded, [.started, .finished]),
      (.waiting, .stopped, [.stopped]), (.waiting, .failed, [.failed]),
      (.stopped, .running, [.started]), (.failed, .running, [.started]),
      (.stopped, .waiting, []), (.failed, .failed, []), (.succeeded, .succeeded, []),
      (.unknown(42), .running, [.started]), (.running, .unknown(42), []),
    ] as [(TaskState, TaskState, [TaskHappening])])
  func `what happened follows from the states`(
    old: TaskState, new: TaskState, happenings: [TaskHappening]
  ) {
    #expect(TaskHappening.between(Self.task(old), Self.task(new)) == happenings)
  }

  @Test(
    arguments: [
      (.failed, .failed, [.started, .failed]), (.running, .running, [.started]),
      (.stopped, .stopped, [.started, .stopped]), (.running, .failed, [.started, .failed]),
    ] as [(TaskState, TaskState, [TaskHappening])])
  func `a run that nobody saw is known by when it began`(
    old: TaskState, new: TaskState, happenings: [TaskHappening]
  ) {
    let first = Self.task(old, startedAt: 100)
    #expect(TaskHappening.between(first, Self.task(new, startedAt: 200)) == happenings)
    #expect(TaskHappening.between(first, first) == [])
  }

  @Test func `a beginning that is told late is no other run`() {
    let silent = Self.task(.running)
    #expect(TaskHappening.between(silent, Self.task(.running, startedAt: 100)) == [])
  }

  @Test func `a task that is no longer there is gone, and one that was never there is nothing`() {
    #expect(TaskHappening.between(Self.task(.running), nil) == [.gone])
    #expect(TaskHappening.between(nil, nil) == [])
  }

  @Test(
    arguments: [
      (.waiting, []), (.running, [.started]), (.succeeded, [.started, .finished]),
      (.failed, [.failed]),
    ] as [(TaskState, [TaskHappening])])
  func `a new task is taken for one that had waited`(
    state: TaskState, happenings: [TaskHappening]
  ) {
    #expect(TaskHappening.between(nil, Self.task(state)) == happenings)
  }

  @Test func `a standstill is told once, when it has lasted long enough`() {
    var stalls = Stalls(limit: .seconds(60))
    var task = Self.task(.running)
    let times = [0, 30, 59, 60, 61, 200].map { Duration.seconds($0) }
    #expect(
      times.map { stalls.look(at: task, now: $0) } == [false, false, false, true, false, false])
    #expect(stalls.standstill(of: task.id, now: .seconds(200)) == .seconds(200))
    task.completedBytes = 1
    let laterTimes = [201, 260, 261].map { Duration.seconds($0) }
    #expect(laterTimes.map { stalls.look(at: task, now: $0) } == [false, false, true])
  }

  @Test(arguments: [.waiting, .stopping, .stopped, .succeeded] as [TaskState])
  func `a task that need not move does not stall`(state: TaskState) {
    var stalls = Stalls(limit: .seconds(1))
    let task = Self.task(state)
    let times = [0, 100].map { Duration.seconds($0) }
    #expect(times.map { stalls.look(at: task, now: $0) } == [false, false])
    #expect(stalls.standstill(of: task.id, now: .seconds(100)) == nil)
  }
}
