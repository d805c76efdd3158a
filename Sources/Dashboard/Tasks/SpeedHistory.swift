/// How fast everything together went, second by second.
struct SpeedHistory: Equatable, Sendable {
  /// More seconds than this are not kept: five minutes.
  static let longest = 300

  /// Ticks come a little late; a longer silence is one of the service, or one that the user wanted.
  private static let longestTick: Int64 = 3

  /// Bytes a second, the latest last; `nil` for a second in which nobody knew it.
  private(set) var speeds: [Double?] = []
  private var lastSecond: Int64?

  /// The highest speed of one second; `nil` while none is known.
  var peak: Double? { speeds.lazy.compactMap(\.self).max() }

  /// Notes a speed, so long after the dashboard opened; of one second the latest speed counts, and
  /// one or two that were left out count as the same, but not more.
  mutating func note(_ speed: Int128, at elapsed: Duration) {
    let second = elapsed.components.seconds
    let speed = Double(max(0, speed))
    let passed = lastSecond.map { second - $0 } ?? 1
    guard passed > 0 else {
      if passed == 0 { speeds[speeds.count - 1] = speed }
      return
    }
    lastSecond = second
    let missed = Int(min(passed, Int64(Self.longest))) - 1
    speeds += Array(repeating: passed > Self.longestTick ? nil : speed, count: missed) + [speed]
    speeds.removeFirst(max(0, speeds.count - Self.longest))
  }

  /// The means of equal times within the last five minutes, as many as `width` has room for.
  ///
  /// Only times that are over have one, so that the graph stands still in between; the first one has
  /// it from the beginning. A time of which nothing is known has none.
  func means(width: Int) -> [Double?] {
    guard width > 0, !speeds.isEmpty else { return [] }
    let length = max(1, Self.longest / width)
    // Times begin at the same seconds whenever one looks.
    let first = (lastSecond ?? 0) + 1 - Int64(speeds.count)
    let start = first % Int64(length) == 0 ? 0 : length - Int(first % Int64(length))
    let starts = Array(stride(from: start, through: speeds.count - length, by: length))
    if starts.isEmpty { return [mean(speeds[...])] }
    return starts.map { mean(speeds[$0..<$0 + length]) }
  }

  private func mean(_ speeds: ArraySlice<Double?>) -> Double? {
    let known = speeds.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}

/// A graph of one line, a character a value, the highest of which fills it; none is negative, and for
/// one that is not known there is a gap.
func sparkline(_ values: some Collection<Double?>) -> String {
  let highest = values.lazy.compactMap(\.self).max() ?? 0
  let signs = Array("▁▂▃▄▅▆▇█")
  return String(
    values.map { value in
      guard let value else { return " " }
      guard highest > 0, value.isFinite, highest.isFinite else { return signs[0] }
      return signs[min(signs.count - 1, Int(value / highest * Double(signs.count)))]
    })
}
