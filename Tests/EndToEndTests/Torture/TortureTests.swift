import Foundation
import TestSupport
import Testing

/// The real service and the real rclone, killed again and again while many things are asked of them.
///
/// `FERRY_TORTURE_SEED=7` in the environment replays what was asked and killed with that seed;
/// `FERRY_TORTURE_STEPS=4000` takes so many steps.
struct TortureTests {
  private static let callers = 4

  @Test func `whatever is killed, what was acknowledged holds, and in the end all is there`()
    async throws
  {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FERRY_TORTURE_SEED"].flatMap(UInt64.init) ?? .random(in: 1...1_000_000)
    let steps = environment["FERRY_TORTURE_STEPS"].flatMap(Int.init) ?? 240
    print("torture: seed \(seed), \(steps) steps")
    try await FerryHome.with { home in
      try await TemporaryDirectory.with { places in
        try await TortureLoads.with(below: places.path) { loads in
          let service = ServiceProcess(of: home, ["--max-running", "4"])
          do {
            try await Self.torture(
              seed, steps, TortureEnd(home: home, service: service, loads: loads))
          } catch {
            Issue.record("seed \(seed): \(error)\n\(await service.words())")
          }
        }
      }
    }
  }

  private static func torture(_ seed: UInt64, _ steps: Int, _ end: TortureEnd) async throws {
    try await end.service.begin()
    var random = Generator(seed: seed)
    var tormentor = Tormentor(seed: random.next(), end.service, end.home)
    let fresh = (0..<callers).map { number in
      TortureCaller("c\(number)", seed: random.next(), end.service, end.loads)
    }
    let torment = Task { [tormentor] in
      var own = tormentor
      try await own.run()
      return own
    }
    var callers: [TortureCaller]
    do {
      callers = try await take(steps / Self.callers, fresh)
    } catch {
      torment.cancel()
      _ = try await torment.value
      throw error
    }
    torment.cancel()
    tormentor = try await torment.value
    try await end.judge(&callers)
    let tasks = callers.flatMap(\.tasks)
    let answers = callers.reduce(into: [:]) { $0.merge($1.answers, uniquingKeysWith: +) }
    print(
      """
      torture: seed \(seed), \(tormentor.kills) processes killed, \(await end.service.life) \
      services, \(tasks.count) tasks, \(answers)
      """)
    // Torture that hits nothing proves nothing.
    #expect(tormentor.kills >= steps / 40)
    #expect(answers[.done, default: 0] >= steps / 10)
  }

  private static func take(_ steps: Int, _ fresh: [TortureCaller]) async throws -> [TortureCaller] {
    try await withThrowingTaskGroup { group in
      for caller in fresh {
        group.addTask {
          var own = caller
          try await own.take(steps: steps)
          return own
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
