import Foundation
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// Watching, acting and waiting at once, on a service that changes under them.
///
/// Each history follows from its seed; `FERRY_SEED` runs that one alone, `FERRY_HISTORIES` says how
/// many there are.
struct ChangingWorldTests {
  private static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["FERRY_SEED"].flatMap(UInt64.init) { return [seed] }
    // In the last of these an answer came to another walk than the one it was asked for.
    return environment["FERRY_HISTORIES"].flatMap(UInt64.init).map { Array(0..<$0) }
      ?? Array(0..<12) + [49]
  }()

  private static func history(
    of seed: UInt64
  ) -> (desk: SimulatedDesk, service: ChangingService)? {
    SimulatedTime.run(seed: seed) { time in
      let service = ChangingService(seed: seed, time: time)
      let desk = SimulatedDesk(seed: seed, service: service, time: time)
      await desk.work()
      return (desk, service)
    }
  }

  @Test(arguments: seeds)
  func `no step that was not agreed to, no task gone that is there, no row older than it says`(
    seed: UInt64
  ) async throws {
    let (desk, _) = try #require(Self.history(of: seed), "seed \(seed): somebody waits for ever")
    let broken = await desk.broken
    #expect(broken.prefix(3) == [], "seed \(seed)")
  }

  @Test func `the histories have in them what they are about`() async throws {
    var outcomes: [ActionOutcome: Int] = [:]
    var faults = ChangingService.FaultCount()
    var ends = 0
    for seed in 0..<6 as Range<UInt64> {
      let (desk, service) = try #require(Self.history(of: seed))
      outcomes.merge(await desk.outcomes) { $0 + $1 }
      ends += await desk.ends
      let some = await service.faults
      faults.crashes += some.crashes
      faults.lost += some.lost
      faults.late += some.late
      faults.foreign += some.foreign
    }
    for outcome in [ActionOutcome.done, .accepted, .failed, .skipped] {
      #expect(outcomes[outcome, default: 0] > 1, "\(outcome)")
    }
    #expect(ends > 50)
    #expect(faults.crashes > 2 && faults.lost > 50 && faults.late > 50 && faults.foreign > 50)
  }

  @Test func `a history is the same whenever its seed is`() async throws {
    let first = try #require(Self.history(of: 5))
    let second = try #require(Self.history(of: 5))
    #expect(await first.desk.rows == second.desk.rows)
    #expect(await first.service.calls.map(\.id) == second.service.calls.map(\.id))
    #expect(await first.service.faults == second.service.faults)
  }
}
