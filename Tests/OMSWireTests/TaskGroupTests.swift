import Testing

@testable import Migration
@testable import OMSWire

struct TaskGroupTests {
  @Test func `counts beyond all bounds make no progress beyond the whole`() {
    var group = TaskGroup(id: TaskGroupID(rawValue: "g"), state: .running)
    group.objects = ObjectCounts(total: 1, succeeded: .max, failed: .max, skipped: .max)
    #expect(group.progress == 1)
  }

  @Test(arguments: [Int64.max, 253_402_300_800_000, 0, -1, .min])
  func `a time that no calendar has is no time`(milliseconds: Int64) {
    #expect(WireTime.date(ofMilliseconds: milliseconds) == nil)
  }
}
