import Foundation
import OMSWire
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Sizes, counts and times that no honest store has.
struct SaturationTests {
  private static let ends: [Int64] = [.min, -1, 0, 1, 1 << 50, .max - 1, .max]

  @Test(
    arguments: [
      (Double.nan, 0), (.infinity, .max), (-.infinity, .min), (1e300, .max), (-1e300, .min),
      (0x1p63, .max), (-0x1p63, .min), (1.5, 2), (-0.4, 0),
    ] as [(Double, Int64)])
  func `a number that is too large stops at the end`(value: Double, whole: Int64) {
    #expect(Int64(saturating: value) == whole)
  }

  @Test(arguments: ends, ends)
  func `sums and differences are exact or stop at the end`(one: Int64, other: Int64) {
    let range = Int128(Int64.min)...Int128(Int64.max)
    func clamped(_ value: Int128) -> Int64 {
      Int64(min(max(value, range.lowerBound), range.upperBound))
    }
    #expect(one.saturatingSum(other) == clamped(Int128(one) + Int128(other)))
    #expect(one.saturatingDifference(other) == clamped(Int128(one) - Int128(other)))
  }

  @Test(arguments: ends.filter { $0 >= 0 }, ends.filter { $0 >= 0 })
  func `a task of any size can be shown and written down`(all: Int64, done: Int64) {
    var task = StoredTask(
      id: TaskID(rawValue: 1), project: "p", name: "n",
      definition: TaskDefinition(
        kind: .object, source: StorageLocation(provider: "Local"),
        destination: StorageLocation(provider: "Local")), queuedAt: .distantPast)
    task.state = .running
    task.run.began = .distantPast
    task.progress = MoveProgress(
      objects: ObjectCounts(total: 9, succeeded: 3, failed: 2, skipped: 1), totalBytes: all,
      realBytes: all, completedBytes: done, speed: 1, isScanned: true)
    for now in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1e18)] {
      #expect(task.answer(in: .v1, at: now).task.progress <= 1)
      #expect(task.elapsed(at: now).milliseconds >= 0)
      _ = now.milliseconds
    }
    for earlier in [EarlierRuns.all(task.progress), .failedObjects(count: 2, task.progress)] {
      let total = earlier.total(with: task.progress)
      #expect(total.totalBytes >= 0 && total.realBytes >= 0 && total.completedBytes >= 0)
    }
  }

  @Test func `a ledger of any sizes adds up`() throws {
    let ledger = ObjectLedger(directory: "/tmp")
    for index in 0..<20_000 {
      try ledger.enter("o\(index)", index.isMultiple(of: 2) ? .skipped : .pending, size: .max)
    }
    #expect(ledger.sums.size == .max)
    for index in 0..<20_000 { try ledger.enter("o\(index)", .arrived, size: 1) }
    #expect(ledger.sums.size == 20_000)
    #expect(ledger.sums.size(.arrived) == 20_000)
  }

  @Test func `speed over no time at all is a number`() {
    var meter = Speedometer()
    let now = ContinuousClock.now
    _ = meter.speed(0, at: now)
    #expect(meter.speed(.max, at: now + .nanoseconds(1)) == .max)
  }
}
