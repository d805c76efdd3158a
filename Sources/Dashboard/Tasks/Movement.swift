import Migration

/// How what is under way moves, as far as it was seen.
struct Movement: Sendable {
  /// The speeds of each task.
  private(set) var trends: [TaskID: Trend] = [:]
  /// How many tasks have each list of speed limits.
  private(set) var limits: [[BandwidthWindow]: Int] = [:]
  private var stalls = Stalls()

  /// How long nothing of a task has moved at `now`, once that is worth a word.
  func standstill(of id: TaskID, now: Duration) -> Duration? {
    stalls.standstill(of: id, now: now).flatMap { $0 >= Self.longestPause ? $0 : nil }
  }

  /// Lists are read in pieces, so that nothing may be seen to move for some seconds.
  private static let longestPause = Duration.seconds(20)

  /// Takes in what became of a task: it was `old`, or not there, and is `new`, or gone.
  mutating func look(at new: MigrationTask?, before old: MigrationTask?, now: Duration) {
    if let old, old.state.isMoving { count(old, by: -1) }
    if let new, new.state.isMoving {
      count(new, by: 1)
      trends[new.id, default: Trend()].add(new.currentSpeed)
      _ = stalls.look(at: new, now: now)
    } else if let id = new?.id ?? old?.id {
      trends[id] = nil
      stalls.forget(id)
    }
  }

  private mutating func count(_ task: MigrationTask, by sign: Int) {
    let count = limits[task.settings.bandwidth, default: 0] + sign
    limits[task.settings.bandwidth] = count == 0 ? nil : count
  }

  /// The limit of everything that moves at a time of the day, and until when it holds; `nil` when
  /// something has none.
  ///
  /// - Parameter clock: What the clocks show by which the hours of limits are counted, as `hh:mm`.
  /// - Returns: The limit in bytes a second, and the last minute of it.
  func limit(at clock: String) -> (limit: Int128, until: String)? {
    var sum: Int128 = 0
    var until: String?
    for (windows, count) in limits {
      guard let window = windows.first(where: { $0.start <= clock && clock <= $0.end }) else {
        return nil
      }
      sum += Int128(window.maxBandwidth.rawValue) * Int128(count)
      until = min(until ?? window.end, window.end)
    }
    return until.map { (sum, $0) }
  }
}
