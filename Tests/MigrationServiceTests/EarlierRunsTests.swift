import Testing

@testable import Migration

@testable import MigrationService

struct EarlierRunsTests {
  @Test func `objects that an earlier run moved count as succeeded, not as skipped`() {
    let earlier = MoveProgress(
      objects: ObjectCounts(total: 10, succeeded: 4), totalBytes: 100, realBytes: 100,
      completedBytes: 40)
    let run = MoveProgress(
      objects: ObjectCounts(total: 10, succeeded: 6, skipped: 4), totalBytes: 100, realBytes: 60,
      completedBytes: 60, isScanned: true)
    let total = EarlierRuns.all(earlier).total(with: run)
    #expect(total.objects == ObjectCounts(total: 10, succeeded: 10))
    #expect(total.completedBytes == 100)
    #expect(total.realBytes == 100)
  }

  @Test func `objects that were at the destination before any run stay skipped`() {
    let earlier = MoveProgress(objects: ObjectCounts(total: 10, succeeded: 2, skipped: 3))
    let run = MoveProgress(objects: ObjectCounts(total: 10, succeeded: 5, skipped: 5))
    let total = EarlierRuns.all(earlier).total(with: run)
    #expect(total.objects == ObjectCounts(total: 10, succeeded: 7, skipped: 3))
  }

  @Test func `a run of the failed objects completes the one before`() {
    let earlier = MoveProgress(
      objects: ObjectCounts(total: 10, succeeded: 6, failed: 3, skipped: 1), totalBytes: 100,
      realBytes: 90, completedBytes: 60, isScanned: true)
    let run = MoveProgress(
      objects: ObjectCounts(total: 3, succeeded: 2, failed: 1), totalBytes: 30, realBytes: 30,
      completedBytes: 20, isScanned: true)
    let total = EarlierRuns.failedObjects(count: 3, earlier).total(with: run)
    #expect(total.objects == ObjectCounts(total: 10, succeeded: 8, failed: 1, skipped: 1))
    #expect(total.totalBytes == 100)
    #expect(total.realBytes == 90)
    #expect(total.completedBytes == 80)
  }

  @Test(arguments: [
    EarlierRuns.none, .all(MoveProgress(objects: ObjectCounts(total: 9, succeeded: 5, skipped: 1))),
    .failedObjects(
      count: 2, MoveProgress(objects: ObjectCounts(total: 9, succeeded: 6, failed: 2, skipped: 1))),
  ])
  func `at the end every object is counted once`(earlier: EarlierRuns) {
    let run = MoveProgress(objects: ObjectCounts(total: 9, succeeded: 2, failed: 3, skipped: 4))
    let objects = earlier.total(with: run).objects
    #expect(objects.total == objects.succeeded + objects.failed + objects.skipped)
  }
}
