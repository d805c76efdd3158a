import FoundationEssentials
import Migration

/// A minute of the day, 0 to 1439.
struct DayMinute: Comparable, Hashable, Sendable {
  /// Minutes since midnight.
  let rawValue: Int

  /// The minute that `text` names as `hh:mm`, or `nil` when it names none.
  init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: ":"),
      let hour = Self.number(digits[0...1]), let minute = Self.number(digits[3...4]),
      hour < 24, minute < 60
    else { return nil }
    rawValue = hour * 60 + minute
  }

  /// The minute that the clocks of `zone` show at `date`.
  init(at date: Date, in zone: WindowZone) {
    rawValue = zone.minute(atSecond: date.timeIntervalSince1970)
  }

  static func < (one: DayMinute, other: DayMinute) -> Bool {
    one.rawValue < other.rawValue
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
