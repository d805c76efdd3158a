import TestSupport
import Testing

@testable import Migration

struct BandwidthTimeTests {
  private func time(
    _ bytes: Int64, _ windows: [String], from minute: Int = 0
  ) throws -> Duration? {
    let windows = try windows.map { text throws(ConfigurationError) in try BandwidthWindow(text) }
    return BandwidthWindow.time(
      toMove: ByteCount(rawValue: bytes), within: windows, from: minute)
  }

  @Test(
    arguments: [
      (0, ["1000"], 0, 0), (1000, ["1000"], 700, 1), (1, ["1000"], 0, 1),
      (60_000 * 1440 * 3 + 500, ["1000"], 5, 3 * 86_400 + 1),
      // An hour at the lower limit, then one at the higher.
      (3600 * 100 + 3600 * 1000, ["00:00-00:59=100", "01:00-23:59=1000"], 0, 7200),
      // Over midnight into the window of the morning.
      (60 * 1000 + 60 * 100, ["00:00-00:59=100", "01:00-23:59=1000"], 1439, 120),
    ] as [(Int64, [String], Int, Int64)])
  func `the time is that of the limits of the day`(
    bytes: Int64, windows: [String], minute: Int, seconds: Int64
  ) throws {
    #expect(try time(bytes, windows, from: minute) == .seconds(seconds))
  }

  @Test func `where there is no limit before the end, nobody knows`() throws {
    #expect(try time(1, []) == nil)
    #expect(try time(60_001, ["00:00-00:00=1000"]) == nil)
    #expect(try time(60_000, ["00:00-00:00=1000"]) == .seconds(60))
    #expect(try time(1, ["08:00-09:00=1000"], from: 0) == nil)
  }

  @Test func `what never ends has no time`() throws {
    let windows = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 1)]
    #expect(BandwidthWindow.time(toMove: 9_000_000_000_000_000, within: windows, from: 0) == nil)
  }

  @Test func `more bytes never take less time`() throws {
    for seed in UInt64(0)..<200 {
      var generator = Generator(seed: seed)
      let windows = [
        "00:00-11:59=\(Int.random(in: 1...5000, using: &generator))",
        "12:00-23:59=\(Int.random(in: 1...5000, using: &generator))",
      ]
      let minute = Int.random(in: 0..<1440, using: &generator)
      let bytes = Int64.random(in: 0...1_000_000_000, using: &generator)
      let (less, more) = (
        try time(bytes, windows, from: minute), try time(bytes + 10_000, windows, from: minute)
      )
      #expect(try #require(less) <= #require(more), "seed \(seed)")
    }
  }
}
