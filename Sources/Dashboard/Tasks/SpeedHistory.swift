/// How fast everything together went, second by second.
struct SpeedHistory: Equatable, Sendable {
  /// More seconds than this are not kept: five minutes.
  static let longest = 300

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

  /// The means of equal times within the last five minutes, as many as `width` has room for.
  ///
  /// Only times that are over have one, so that the graph stands still in between; the first one has
  /// it from the beginning.
  func means(width: Int) -> [Double] {
    guard width > 0, !speeds.isEmpty else { return [] }
    let length = max(1, Self.longest / width)
    // Times begin at the same seconds whenever one looks.
    let first = (lastSecond ?? 0) + 1 - Int64(speeds.count)
    let start = first % Int64(length) == 0 ? 0 : length - Int(first % Int64(length))
    let starts = Array(stride(from: start, through: speeds.count - length, by: length))
    if starts.isEmpty { return [speeds.reduce(0, +) / Double(speeds.count)] }
    return starts.map { speeds[$0..<$0 + length].reduce(0, +) / Double(length) }
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
