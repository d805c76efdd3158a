package import FoundationEssentials

/// Times as the wire has them: whole numbers whose unit depends on the member.
package enum WireTime {
  // The year 10000, which no date format here can write.
  private static let end: Int64 = 253_402_300_800_000

  /// The instant, or `nil` for the 0 that means "not set".
  package static func date(ofMilliseconds milliseconds: Int64?) -> Date? {
    guard let milliseconds, milliseconds > 0, milliseconds < end else { return nil }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// The instant of a member whose unit no document names: values below 10^11 are seconds.
  package static func date(ofSecondsOrMilliseconds value: Int64?) -> Date? {
    guard let value, value > 0 else { return nil }
    return value < 100_000_000_000
      ? Date(timeIntervalSince1970: Double(value)) : date(ofMilliseconds: value)
  }

  /// The length of time, or `nil` for the 0 that means "not known" or "nothing left".
  package static func duration(ofMilliseconds milliseconds: Int64?) -> Duration? {
    guard let milliseconds, milliseconds > 0 else { return nil }
    return .milliseconds(milliseconds)
  }

  /// An instant as answers have it: whole milliseconds.
  package static func milliseconds(of date: Date?) -> Int64? {
    date.flatMap { Int64(exactly: ($0.timeIntervalSince1970 * 1000).rounded()) }
  }

  /// A length of time as answers have it: whole milliseconds.
  package static func milliseconds(of duration: Duration?) -> Int64? {
    duration.flatMap { Int64(exactly: ($0 / .milliseconds(1)).rounded()) }
  }

  /// An instant as requests have it: whole seconds.
  package static func seconds(of date: Date?) -> Int64? {
    date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded(.down)) }
  }
}
