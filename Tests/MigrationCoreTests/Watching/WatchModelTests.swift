import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// Random histories of a service and of the way to it.
///
/// Each prints its seed when it fails; `FERRY_SEED` runs that one alone.
struct WatchModelTests {
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["FERRY_SEED"].flatMap(UInt64.init).map { [$0] }
    ?? Array(0..<40)

  private static let faults = [
    APIProblem(.said("lost"), kind: .unreachable),
    APIProblem(.said("busy"), kind: .server, status: 503),
    APIProblem(.said("torn"), kind: .unreadable),
    APIProblem(.said("a page of a gateway"), kind: .notFound, status: 404),
    APIProblem(.said("too many"), kind: .throttled, status: 429),
  ]
  private static let states: [TaskState] = [
    .running, .running, .waiting, .initialising, .retrying, .stopped, .failed, .succeeded,
    .succeeded, .succeeded,
  ]

  /// Changes the service a little, as other users and its own work would.
  private func change(_ model: inout WatchModel, _ random: inout Generator) {
    let count = model.service.tasks.count
    let state = Self.states.randomElement(using: &random) ?? .running
    switch Int.random(in: 0..<10, using: &random) {
    case 0: model.service.add(state, at: model.now)
    case 1 where count > 0:
      model.service.remove(at: Int.random(in: 0..<count, using: &random), at: model.now)
    case 2...5 where count > 0:
      model.service.change(
        Int.random(in: 0..<count, using: &random), to: state, at: model.now)
    default: break
    }
  }

  @Test(arguments: seeds)
  func `what is told was so, and in the end all is known`(seed: UInt64) async {
    var random = Generator(seed: seed)
    let count = [0, 1, 5, 98, 99, 100, 101, 150, 320].randomElement(using: &random) ?? 5
    var model = WatchModel(
      WatchedService(count: count) { _ in Self.states.randomElement(using: &random) ?? .running })
    let way = Way(seed: seed, isGood: Int.random(in: 0..<3, using: &random) == 0)
    model.journey = { way.journey($0, faults: Self.faults) }
    model.poll(every: .seconds(1))
    model.refresh()
    var isPaused = false
    for _ in 0..<150 {
      // Servers of other tests answer on the same threads.
      await Task.yield()
      model.run(until: model.now + .milliseconds(Int.random(in: 1...700, using: &random)))
      if isPaused { #expect(model.asked.count == model.askedBeforePause, "seed \(seed)") }
      change(&model, &random)
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        isPaused.toggle()
        model.poll(every: isPaused ? nil : .seconds(1))
        model.askedBeforePause = model.asked.count
      case 1 where !isPaused: model.refresh()
      default: break
      }
    }
    #expect(model.violations.prefix(3) == [], "seed \(seed)")
    // Once nothing is lost and nothing changes any more, everything is found.
    model.journey = { _ in (.milliseconds(3), .milliseconds(3), nil) }
    model.poll(every: .seconds(1))
    model.refresh()
    model.run(until: model.now + .seconds(180))
    #expect(model.violations.prefix(3) == [], "seed \(seed)")
    #expect(model.freshness.outage == nil, "seed \(seed)")
    #expect(model.untrue.prefix(5) == [], "seed \(seed)")
  }
}

/// A way to a service on which requests are late, lost and torn, each in its own way.
private struct Way: Sendable {
  let seed: UInt64
  let isGood: Bool

  func journey(
    _ ask: Ask, faults: [APIProblem]
  ) -> (there: Duration, back: Duration, fault: APIProblem?) {
    var random = Generator(seed: seed &* 1_000_003 &+ UInt64(ask.number))
    let isLate = !isGood && Int.random(in: 0..<12, using: &random) == 0
    let most = isLate ? 6_000 : 150
    let isLost = !isGood && Int.random(in: 0..<12, using: &random) == 0
    return (
      .milliseconds(Int.random(in: 0...most, using: &random)),
      .milliseconds(Int.random(in: 0...most, using: &random)),
      isLost ? faults.randomElement(using: &random) : nil
    )
  }
}
