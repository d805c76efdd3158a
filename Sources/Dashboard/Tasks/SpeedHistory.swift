/// How fast everything together went, second by second.
struct SpeedHistory: Equatable, Sendable {
  /// More than this is not kept: ten minutes.
  static let longest = 600

  /// Bytes a second, the latest last.
  private(set) var speeds: [Double] = []
  private var lastSecond: Int64?

  /// Notes a speed, so long after the dashboard opened; seconds that were left out count as
  /// the same, and of one second the latest speed counts.
  mutating func note(_ speed: Int128, at elapsed: Duration) {
    let second = elapsed.components.seconds
    let missed = lastSecond.map { second - $0 } ?? 1
    guard missed > 0 else {
      if missed == 0 { speeds[speeds.count - 1] = Double(max(0, speed)) }
      return
    }
    lastSecond = second
    speeds += Array(repeating: Double(max(0, speed)), count: Int(min(missed, Int64(Self.longest))))
    speeds.removeFirst(max(0, speeds.count - Self.longest))
  }

  /// The means of equal times, as many as `width` has room for, and how long each time is in seconds.
  func means(width: Int) -> (means: [Double], seconds: Int) {
    guard width > 0, !speeds.isEmpty else { return ([], 1) }
    let steps = [1, 2, 5, 10, 15, 30, 60]
    let seconds = steps.first { $0 * width >= speeds.count } ?? Self.longest
    // The latest time is a whole one, so that nothing flickers.
    let starts = stride(from: speeds.count % seconds, to: speeds.count, by: seconds)
    let means = starts.map { start in
      speeds[start..<start + seconds].reduce(0, +) / Double(seconds)
    }
    return (means, seconds)
  }
}

/// A graph of one line, a character a value, the highest of which fills it; none is negative.
func sparkline(_ values: some Collection<Double>) -> String {
  let highest = values.max() ?? 0
  let signs = Array("▁▂▃▄▅▆▇█")
  return String(
    values.map { value in
      guard highest > 0, value.isFinite, highest.isFinite else { return signs[0] }
      return signs[min(signs.count - 1, Int(value / highest * Double(signs.count)))]
    })
}
