import Testing

@testable import Migration

@testable import MigrationService

struct SchedulerTests {
  private func id(_ number: Int64) -> TaskID { TaskID(rawValue: number) }

  private func minute(_ text: String) throws -> DayMinute { try #require(DayMinute(text)) }

  @Test func `a new task is launched at once when a slot is free`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    #expect(scheduler.admit() == [.launch(id(1))])
  }

  @Test func `a task above the limit waits`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    scheduler.add(id(2))
    #expect(scheduler.admit() == [.launch(id(1))])
    #expect(scheduler.admit() == [])
  }

  @Test func `who waits longest runs next`() {
    var scheduler = Scheduler(maxRunning: 1)
    for number in [3, 1, 2] as [Int64] { scheduler.add(id(number)) }
    _ = scheduler.admit()
    #expect(scheduler.ended(id(3)) == [.launch(id(1))])
    #expect(scheduler.ended(id(1)) == [.launch(id(2))])
    #expect(scheduler.ended(id(2)) == [])
  }

  @Test func `a deleted task is passed over`() {
    var scheduler = Scheduler(maxRunning: 1)
    for number in 1...3 as ClosedRange<Int64> { scheduler.add(id(number)) }
    _ = scheduler.admit()
    scheduler.remove(id(2))
    #expect(scheduler.ended(id(1)) == [.launch(id(3))])
  }

  @Test func `a task deleted before it was let in never runs`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    scheduler.remove(id(1))
    #expect(scheduler.admit() == [])
  }

  @Test func `an end that was noted already changes nothing`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    _ = scheduler.admit()
    _ = scheduler.ended(id(1))
    scheduler.add(id(2))
    _ = scheduler.admit()
    #expect(scheduler.ended(id(1)) == [])
  }

  @Test func `a failed launch is the next in turn`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    scheduler.add(id(2))
    _ = scheduler.admit()
    scheduler.launchFailed(id(1))
    #expect(scheduler.admit() == [.launch(id(1))])
  }

  @Test func `what ran in an earlier process runs again, even above the limit`() {
    var scheduler = Scheduler(maxRunning: 1)
    let actions = scheduler.recover(waiting: [id(4)], running: [id(1), id(2), id(3)])
    #expect(actions == [.launch(id(1)), .launch(id(2)), .launch(id(3))])
    #expect(scheduler.ended(id(1)) == [])
    #expect(scheduler.ended(id(2)) == [])
    #expect(scheduler.ended(id(3)) == [.launch(id(4))])
  }

  @Test func `a task created before the recovery is launched once`() {
    var scheduler = Scheduler(maxRunning: 5)
    scheduler.add(id(9))
    #expect(scheduler.recover(waiting: [id(9)], running: []) == [.launch(id(9))])
    #expect(scheduler.admit() == [])
  }

  @Test func `the limit of the hour is there from the start and changes with the clock`() throws {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    _ = scheduler.admit()
    let clock = BandwidthClock([BandwidthWindow(start: "08:00", end: "08:59", maxBandwidth: 7)])
    #expect(scheduler.began(id(1), clock: clock, at: try minute("08:00")) == 7)
    #expect(scheduler.tick(at: try minute("08:59")) == [])
    #expect(scheduler.tick(at: try minute("09:00")) == [.limit(id(1), nil)])
    #expect(scheduler.tick(at: try minute("08:00")) == [.limit(id(1), 7)])
  }

  @Test func `changed windows count at once`() throws {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1))
    _ = scheduler.admit()
    let noon = try minute("12:00")
    _ = scheduler.began(id(1), clock: BandwidthClock([]), at: noon)
    let clock = BandwidthClock([BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 9)])
    #expect(scheduler.setClock(clock, of: id(1), at: noon) == [.limit(id(1), 9)])
  }

  @Test func `a queue of many gives back all of them in order`() {
    var queue = WaitingQueue()
    for number in 0..<5000 as Range<Int64> { queue.append(id(number)) }
    for number in stride(from: 0, to: 5000, by: 2) { queue.remove(id(Int64(number))) }
    var popped: [Int64] = []
    while let next = queue.popFirst() { popped.append(next.rawValue) }
    #expect(popped == Array(stride(from: 1, to: 5000, by: 2)))
  }

  @Test func `a task that comes back stands at the end`() {
    var queue = WaitingQueue()
    for number in 1...3 as ClosedRange<Int64> { queue.append(id(number)) }
    queue.remove(id(1))
    queue.append(id(1))
    #expect([queue.popFirst(), queue.popFirst(), queue.popFirst()] == [id(2), id(3), id(1)])
    #expect(queue.popFirst() == nil)
  }

  @Test(arguments: ["", "8:00", "24:00", "12:60", "-1:00", "12-00", "٠٨:٠٠", "12:000"])
  func `what is no time of day is refused`(text: String) {
    #expect(DayMinute(text) == nil)
  }

  @Test func `who is more urgent runs before who came first`() {
    var scheduler = Scheduler(maxRunning: 1)
    scheduler.add(id(1), .low)
    scheduler.add(id(2))
    scheduler.add(id(3), .high)
    scheduler.add(id(4), .high)
    #expect(scheduler.admit() == [.launch(id(3))])
    #expect(scheduler.ended(id(3)) == [.launch(id(4))])
    scheduler.launchFailed(id(4))
    scheduler.move(id(1), to: .high)
    #expect(scheduler.admit() == [.launch(id(4))])
    #expect(scheduler.ended(id(4)) == [.launch(id(1))])
    #expect(scheduler.ended(id(1)) == [.launch(id(2))])
  }

  @Test func `a priority outlives the process, and a new one makes nobody wait who did not`() {
    var scheduler = Scheduler(maxRunning: 1)
    let actions = scheduler.recover(
      waiting: [id(1), id(2)], running: [id(3)], priorities: [id(2): .high])
    #expect(actions == [.launch(id(3))])
    scheduler.move(id(3), to: .high)
    #expect(scheduler.ended(id(3)) == [.launch(id(2))])
    #expect(scheduler.ended(id(2)) == [.launch(id(1))])
  }
}
