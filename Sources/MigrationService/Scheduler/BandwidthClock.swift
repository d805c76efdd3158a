import Migration

/// The speed limits of a task over a day.
struct BandwidthClock: Equatable, Sendable {
  private let windows: [Window]

  private struct Window: Equatable {
    let minutes: ClosedRange<DayMinute>
    let limit: Int64
  }

  /// A clock for these windows; ones that cannot be read set no limit.
  init(_ windows: [BandwidthWindow]) {
    self.windows = windows.compactMap { window in
      guard let start = DayMinute(window.start), let end = DayMinute(window.end), start <= end
      else { return nil }
      return Window(minutes: start...end, limit: window.maxBandwidth.rawValue)
    }
  }

  /// The limit in this minute, bytes a second; `nil` means none.
  func limit(at minute: DayMinute) -> Int64? {
    windows.first { $0.minutes.contains(minute) }?.limit
  }
}
