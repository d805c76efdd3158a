import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// The minute that the clocks of this machine's time zone show at `date`.
  init(local date: Date) {
    let parts = Self.parts(of: date)
    rawValue = Int(parts.tm_hour) * 60 + Int(parts.tm_min)
  }

  /// How far those clocks are ahead of UTC at `date`, as `+08:00`.
  static func zone(at date: Date) -> String {
    let minutes = parts(of: date).tm_gmtoff / 60
    let digits = [minutes.magnitude / 60, minutes.magnitude % 60].map { number in
      String(repeating: "0", count: number < 10 ? 1 : 0) + String(number)
    }
    return (minutes < 0 ? "-" : "+") + digits.joined(separator: ":")
  }

  private static func parts(of date: Date) -> tm {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  static func < (one: DayMinute, other: DayMinute) -> Bool {
    one.rawValue < other.rawValue
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
