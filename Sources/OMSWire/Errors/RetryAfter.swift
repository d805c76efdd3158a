package import FoundationEssentials

/// The `Retry-After` header: a number of seconds, or a date.
package enum RetryAfter {
  /// The pause that `value` asks for, at most a day, or `nil` when it is neither.
  package static func pause(_ value: String?, now: Date) -> Duration? {
    guard let value else { return nil }
    if let seconds = Double(value), value.utf8.allSatisfy({ (48...57).contains($0) }) {
      return .seconds(min(seconds, 86_400))
    }
    guard let date = HTTPDate.date(value) else { return nil }
    return .seconds(min(max(date.timeIntervalSince(now), 0), 86_400))
  }
}
