import Testing

@testable import Migration

@testable import MigrationService

/// How a task's numbers come from those of its runs.
struct EarlierRunsTests {
  private static let half = MoveProgress(
    objects: ObjectCounts(total: 10, succeeded: 4, failed: 1), totalBytes: 100, realBytes: 100,
    completedBytes: 40, isScanned: true)

  @Test func `a run that has found nothing out yet shows what was known before`() {
    let total = EarlierRuns.all(Self.half).total(with: MoveProgress())
    #expect(total.objects.total == 10)
    #expect(total.objects.succeeded == 4)
    #expect(total.totalBytes == 100)
    #expect(total.realBytes == 100)
    #expect(total.completedBytes == 40)
  }

  @Test func `no number goes back while a run finds out again what was moved`() {
    let steps = [
      MoveProgress(),
      MoveProgress(objects: ObjectCounts(total: 3), totalBytes: 30, realBytes: 30),
      MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 2), totalBytes: 100, realBytes: 100,
        completedBytes: 20, isScanned: true),
      MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 6), totalBytes: 100, realBytes: 100,
        completedBytes: 60, isScanned: true),
      MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 10), totalBytes: 100, realBytes: 100,
        completedBytes: 100, isScanned: true),
    ]
    let totals = steps.map { EarlierRuns.all(Self.half).total(with: $0) }
    #expect(totals.map(\.objects.succeeded) == [4, 4, 4, 6, 10])
    #expect(totals.map(\.completedBytes) == [40, 40, 40, 60, 100])
    #expect(totals.allSatisfy { $0.objects.total == 10 && $0.realBytes == 100 })
  }

  @Test func `a run that is over says itself what there is`() {
    let run = MoveProgress(
      objects: ObjectCounts(total: 5, succeeded: 1, failed: 1, skipped: 3), totalBytes: 50,
      realBytes: 20, completedBytes: 10, isScanned: true)
    #expect(EarlierRuns.all(Self.half).total(with: run) == run)
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

  @Test func `a run of the failed objects that is stopped at once leaves the sizes as they were`() {
    let earlier = MoveProgress(
      objects: ObjectCounts(total: 10, succeeded: 6, failed: 3, skipped: 1), totalBytes: 100,
      realBytes: 90, completedBytes: 60, isScanned: true)
    let run = MoveProgress(objects: ObjectCounts(total: 3, failed: 3))
    let total = EarlierRuns.failedObjects(count: 3, earlier).total(with: run)
    #expect(total.objects == earlier.objects)
    #expect(total.totalBytes == 100)
    #expect(total.realBytes == 90)
    #expect(total.completedBytes == 60)
  }

  @Test func `what an old list names and a later run has moved is not counted twice`() {
    let earlier = MoveProgress(
      objects: ObjectCounts(total: 4, succeeded: 3, skipped: 1), isScanned: true)
    let run = MoveProgress(objects: ObjectCounts(total: 2, succeeded: 2), isScanned: true)
    let total = EarlierRuns.failedObjects(count: 2, earlier).total(with: run)
    #expect(total.objects == ObjectCounts(total: 4, succeeded: 3, skipped: 1))
  }

  @Test(arguments: [
    EarlierRuns.none, .all(MoveProgress(objects: ObjectCounts(total: 9, succeeded: 5, skipped: 1))),
    .failedObjects(
      count: 2, MoveProgress(objects: ObjectCounts(total: 9, succeeded: 6, failed: 2, skipped: 1))),
  ])
  func `at the end every object is counted once`(earlier: EarlierRuns) {
    let run = MoveProgress(
      objects: ObjectCounts(total: 9, succeeded: 2, failed: 3, skipped: 4), isScanned: true)
    let objects = earlier.total(with: run).objects
    #expect(objects.total == objects.succeeded + objects.failed + objects.skipped)
  }
}
