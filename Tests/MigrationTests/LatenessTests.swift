import FoundationEssentials
import Testing

@testable import Migration

struct LatenessTests {
  private static func task(
    _ state: TaskState = .running, left: Int? = nil, run: Double = 0, isScanned: Bool? = true
  ) -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: 1), state: state)
    task.startedAt = Date(timeIntervalSince1970: run)
    task.timeLeft = left.map { .seconds($0) }
    task.isScanned = isScanned
    return task
  }

  /// The times, in seconds, at which the looks show that the task has become late.
  private static func late(_ looks: [(at: Int, task: MigrationTask)]) -> [Int] {
    var lateness = Lateness()
    return looks.filter { lateness.look(at: $0.task, now: .seconds($0.at)) }.map(\.at)
  }

  @Test(
    arguments: [
      // Half as long again as was expected, a minute at least; told once.
      (600, [899, 900, 901, 5000], [900]), (10, [69, 70, 5000], [70]),
    ])
  func `a task is late half as long after its estimate again, and is told once`(
    left: Int, times: [Int], expected: [Int]
  ) {
    let looks = times.map { (at: $0, task: Self.task(left: 1)) }
    #expect(Self.late([(at: 0, task: Self.task(left: left))] + looks) == expected)
  }

  @Test func `the longest estimate of the first minute counts, and none after it`() {
    let looks = [
      (at: 0, task: Self.task(left: 10)), (at: 59, task: Self.task(left: 600)),
      (at: 60, task: Self.task(left: 9000)), (at: 900, task: Self.task(left: 9000)),
      (at: 989, task: Self.task(left: 9000)),
    ]
    #expect(Self.late(looks) == [989])
  }

  @Test(
    arguments: [
      Self.task(left: nil), Self.task(left: 10, isScanned: false), Self.task(.waiting, left: 10),
      Self.task(.stopped, left: 10),
    ])
  func `without an estimate of the whole there is nothing to be late for`(first: MigrationTask) {
    #expect(Self.late([(at: 0, task: first), (at: 9000, task: Self.task())]) == [])
  }

  @Test func `each run has an estimate of its own`() {
    let looks = [
      (at: 0, task: Self.task(left: 10)), (at: 100, task: Self.task(left: 10, run: 100)),
      (at: 150, task: Self.task(run: 100)), (at: 170, task: Self.task(run: 100)),
      (at: 200, task: Self.task(left: 10, run: 200)), (at: 270, task: Self.task(run: 200)),
    ]
    #expect(Self.late(looks) == [170, 270])
  }

  @Test(arguments: [TaskState.stopped, .waiting, .stopping, .succeeded])
  func `a task that does not run is not late`(state: TaskState) {
    let looks = [
      (at: 0, task: Self.task(left: 10)), (at: 100, task: Self.task(state)),
      (at: 9000, task: Self.task()),
    ]
    #expect(Self.late(looks) == [])
  }

  @Test func `a task that is gone is forgotten`() {
    var lateness = Lateness()
    let first = lateness.look(at: Self.task(left: 10), now: .zero)
    lateness.forget(TaskID(rawValue: 1))
    let second = lateness.look(at: Self.task(), now: .seconds(9000))
    #expect([first, second] == [false, false])
  }
}
