import TestSupport
import Testing

@testable import Controller

/// A model of what the user could have seen, and when.
struct EyesTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `nothing is done that nobody saw and agreed to, on a terminal that answers`(seed: UInt64) {
    let world = world(seed: seed, keys: 2500, answers: true)
    #expect(world.violations == [], "seed \(seed)")
    #expect(world.actions > 10)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `nor on one that never does`(seed: UInt64) {
    let world = world(seed: seed, keys: 2500, answers: false)
    #expect(world.violations == [], "seed \(seed)")
    #expect(world.actions > 10)
  }

  private func world(seed: UInt64, keys: Int, answers: Bool) -> World {
    let delays = [Duration.zero, .milliseconds(20), .milliseconds(300), .seconds(1.5)]
    var world = World(seed: seed, delay: delays[Int(seed) % 4], answers: answers)
    while world.keys < keys { world.step() }
    return world
  }
}
