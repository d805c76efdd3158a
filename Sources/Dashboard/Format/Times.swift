import FoundationEssentials
import Migration

/// A duration in its two largest units: `45s`, `4m12s`, `2h05m`, `3d04h`, `>999d`; never negative.
package func durationText(_ duration: Duration) -> String {
  let seconds = max(0, duration.components.seconds)
  if seconds < 60 { return "\(seconds)s" }
  if seconds < 3600 { return "\(seconds / 60)m\(twoDigits(seconds % 60))s" }
  if seconds < 86400 { return "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m" }
  if seconds < 86_400_000 { return "\(seconds / 86400)d\(twoDigits(seconds / 3600 % 24))h" }
  return ">999d"
}

/// A time between two others in the largest unit of the longer one: `3–5m`, `2h` when they are the
/// same in it.
func rangeText(_ least: Duration, _ most: Duration) -> String {
  let unit: (seconds: Double, letter: String) =
    most < .seconds(60)
    ? (1, "s")
    : most < .seconds(3600) ? (60, "m") : most < .seconds(86400) ? (3600, "h") : (86400, "d")
  let numbers = [least, most].map { Int(($0 / .seconds(unit.seconds)).rounded()) }
  return (numbers[0] == numbers[1] ? "" : "\(numbers[0])–") + "\(numbers[1])\(unit.letter)"
}

/// A moment as `2026-01-31T12:00:00Z`, or `nil` for one that no calendar has a name for.
func dateText(_ date: Date) -> String? {
  let seconds = date.timeIntervalSince1970
  guard seconds >= 0, seconds < 253_402_300_800 else { return nil }
  return date.formatted(.iso8601)
}

/// A moment as the clocks of a zone show it, such as `2026-01-31 20:00:00 UTC+08:00`, or `nil` for one
/// that no calendar has a name for.
func dateText(_ date: Date, in zone: WindowZone) -> String? {
  let shifted = date.addingTimeInterval(Double(zone.minutes) * 60)
  return dateText(shifted).map { text in
    "\(text.dropLast().replacing("T", with: " ")) \(zone.text)"
  }
}

private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
