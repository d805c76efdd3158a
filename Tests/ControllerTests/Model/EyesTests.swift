import Foundation
import Testing

/// A model of what the user could have seen, and when.
///
/// `FERRY_SEED` replays one run, and `FERRY_KEYS` is how many keys each has.
struct EyesTests {
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["FERRY_SEED"].flatMap(UInt64.init).map { [$0] }
    ?? [1, 2, 3, 4]
  private static let keys =
    ProcessInfo.processInfo.environment["FERRY_KEYS"].flatMap(Int.init) ?? 2500

  @Test(arguments: seeds)
  func `nothing is done that nobody saw and agreed to, on a terminal that answers`(seed: UInt64)
    async
  {
    let world = await world(seed: seed, keys: Self.keys, answers: true)
    #expect(world.violations == [], "seed \(seed)")
    let hasDoneEnough = world.hasDoneEnough
    #expect(hasDoneEnough, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `nor on one that never does`(seed: UInt64) async {
    let world = await world(seed: seed, keys: Self.keys, answers: false)
    #expect(world.violations == [], "seed \(seed)")
    let hasDoneEnough = world.hasDoneEnough
    #expect(hasDoneEnough, "seed \(seed)")
  }

  private func world(seed: UInt64, keys: Int, answers: Bool) async -> World {
    let delays = [Duration.zero, .milliseconds(20), .milliseconds(300), .seconds(1.5)]
    var world = World(seed: seed, delay: delays[Int(seed) % 4], answers: answers)
    // Where little was done there was little to find fault with: on, but not for ever.
    while world.keys < keys || !world.hasDoneEnough && world.keys < 10 * keys {
      for _ in 0..<100 { world.step() }
      // Servers of other tests answer on the same threads.
      await Task.yield()
    }
    return world
  }
}

extension World {
  /// Whether so much was agreed to that a breach could have shown.
  fileprivate var hasDoneEnough: Bool { actions > 5 && creations > 0 }
}
