import Canvas
import FoundationEssentials
import Migration
import Words

/// Draws how fast everything went, and the limit in force where one is known.
func drawGraph(_ state: State, row: Int, on frame: inout Frame) {
  let width = frame.size.columns
  let tongue = state.configuration.tongue
  var column = 0
  if let peak = state.history.peak, peak > 0 {
    let means = state.history.means(width: min(60, width / 4))
    column = frame.write(sparkline(means), row: row, column: 0, style: Style(.active))
    let words = tongue.words(
      graphOf: ageText(.seconds(SpeedHistory.longest)), peak: shortBytes(Int128(peak)) + "/s")
    column = frame.write("  " + words, row: row, column: column, style: Style(.muted))
  }
  guard let limit = state.limitText else { return }
  let start = max(column + 3, width * 3 / 5)
  frame.writeField(
    limit, row: row, column: start, width: max(0, min(width - start, columns(of: limit))),
    style: Style(.muted))
}

extension State {
  /// The limit of everything that moves, and until when it holds, as far as both are known.
  fileprivate var limitText: String? {
    guard let windowZone, let now = link.date else { return nil }
    let clock = clockText(windowZone.minute(atSecond: now.timeIntervalSince1970))
    return list.table.movement.limit(at: clock).map { limit, until in
      configuration.tongue.words(limit: shortBytes(limit) + "/s", until: until)
    }
  }

  /// When everything under way will be done, in the words of the header; `nil` when nobody can know.
  func endText(_ left: Duration) -> String? {
    guard let now = link.date else { return nil }
    let seconds = now.timeIntervalSince1970 + left / .seconds(1)
    guard seconds.isFinite, abs(seconds) < 1e12 else { return nil }
    let zone = configuration.zone
    var clock = clockText(zone.minute(atSecond: seconds))
    if left >= .seconds(86_400) {
      let day = Int((seconds / 60 + Double(zone.minutes)) / 1440)
      // The first of January 1970 was a Thursday.
      clock = configuration.tongue.words(weekday: (day % 7 + 11) % 7) + " " + clock
    }
    return configuration.tongue.words(doneAt: clock, in: ageText(left))
  }
}

/// A minute of the day as `hh:mm`.
private func clockText(_ minute: Int) -> String {
  [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}
