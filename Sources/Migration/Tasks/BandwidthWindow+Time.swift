extension BandwidthWindow {
  /// How long `bytes` take at the limits of `windows`, when nothing else slows them down.
  ///
  /// - Parameters:
  ///   - bytes: How much is to be moved.
  ///   - windows: Well formed and apart from one another.
  ///   - minute: The minute of the day that it begins in, from 0.
  /// - Returns: The time; `nil` when there is no limit in some minute before the end.
  package static func time(
    toMove bytes: ByteCount, within windows: [BandwidthWindow], from minute: Int
  ) -> Duration? {
    let limits = perMinute(windows)
    var left = Double(max(bytes.rawValue, 0))
    let perDay = limits.reduce(0.0) { $0 + ($1 ?? 0) }
    var seconds = 0.0
    if !limits.contains(nil), perDay > 0 {
      let days = (left / perDay).rounded(.down)
      left -= days * perDay
      seconds += days * 86_400
    }
    var now = minute % limits.count
    // A day is enough: what is longer has been taken off.
    for _ in 0...limits.count where left > 0 {
      guard let limit = limits[now] else { return nil }
      let part = limit > 0 ? min(left / limit, 1) : 1
      left -= part * limit
      seconds += part * 60
      now = (now + 1) % limits.count
    }
    return seconds < 1e12 ? .seconds(Int64(seconds.rounded(.up))) : nil
  }

  /// Bytes of each minute of the day; `nil` where there is no limit.
  private static func perMinute(_ windows: [BandwidthWindow]) -> [Double?] {
    var limits = [Double?](repeating: nil, count: 24 * 60)
    for window in windows {
      guard let start = minute(window.start), let end = minute(window.end), start <= end else {
        continue
      }
      for minute in start...end { limits[minute] = Double(window.maxBandwidth.rawValue) * 60 }
    }
    return limits
  }
}
