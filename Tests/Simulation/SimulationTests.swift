import Foundation
import Testing

/// The engine's decisions in many worlds, each drawn from a seed.
///
/// `FERRY_SIMULATION_SEEDS=70-70` in the environment replays one, `1-100000` runs more of them.
struct SimulationTests {
  private static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["FERRY_SIMULATION_SEEDS"] ?? "1-2000"
    let ends = wanted.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : 1...2000
  }()

  @Test func `whatever happens, what was acknowledged holds, and in the end all is over`()
    async throws
  {
    var fired: [SimulatedStore.Fault: Int] = [:]
    for seed in Self.seeds {
      var world = try World(seed: seed)
      let breach = world.live()
      #expect(breach == nil)
      fired.merge(world.store.fired, uniquingKeysWith: +)
      // Servers of other tests wait for this thread.
      await Task.yield()
    }
    // A fault that never happens proves nothing.
    guard Self.seeds.count > 100 else { return }
    for fault in SimulatedStore.Fault.allCases { #expect(fired[fault] != nil) }
  }

  @Test(arguments: SimulatedStore.Fault.allCases)
  func `whichever write it is that fails, the same holds`(
    fault: SimulatedStore.Fault
  ) async throws {
    var writes = 0
    while true {
      var world = try World(seed: 1, drawsFaults: false)
      world.store.fail(fault, after: writes)
      let breach = world.live()
      #expect(breach == nil, "\(fault) after \(writes) writes")
      guard world.store.fired[fault] != nil else { break }
      writes += 1
      await Task.yield()
    }
    #expect(writes > 20)
  }
}

extension World {
  /// Lives for a while, and then lets all come to its end.
  ///
  /// - Returns: The rule that is broken, if any, and how that came.
  fileprivate mutating func live() -> String? {
    for _ in 0..<100 {
      if let breach = step() { return story(breach) }
    }
    return settle().map(story)
  }

  /// A broken rule with all that led to it.
  fileprivate func story(_ breach: String) -> String {
    "seed \(seed): \(breach)\n" + log.suffix(40).joined(separator: "\n")
  }
}
