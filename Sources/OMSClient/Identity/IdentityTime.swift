import FoundationEssentials

/// Times of the identity service.
enum IdentityTime {
  /// The instant that a text such as `2024-02-29T23:59:59.123000Z` names.
  package static func date(of text: String?) -> Date? {
    guard let text else { return nil }
    let whole = text.replacing(#/\.[0-9]+/#, with: "")
    return try? Date(whole, strategy: .iso8601)
  }

  /// How long something is good for.
  ///
  /// The service's clock is subtracted from itself, so that ours may be wrong.
  ///
  /// - Parameters:
  ///   - end: When it ends.
  ///   - beginning: When it was given, as far as the answer says.
  ///   - now: Our clock, for an answer that does not say.
  /// - Returns: `nil` when it is over already, or there is no end to it.
  static func lifetime(until end: String?, from beginning: String?, now: Date) -> Duration? {
    guard let end = date(of: end) else { return nil }
    let seconds = end.timeIntervalSince(date(of: beginning) ?? now)
    return seconds > 0 && seconds < 1e9 ? .seconds(seconds) : nil
  }
}
