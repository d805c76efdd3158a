import Foundation

/// Dates as users type them.
enum TypedDate {
  private static let day = Date.ISO8601FormatStyle().year().month().day()

  /// The instant that `2026-01-31` or `2026-01-31T12:00:00Z` names, the latter with any zone.
  ///
  /// Foundation stops at what it does not understand, which would take the rest for midnight, takes
  /// the 31st of February for the 3rd of March, and 25 o'clock for 1 o'clock of the next day.
  ///
  /// - Returns: `nil` unless all of the text is understood, and there is such a day.
  static func read(_ text: String) -> Date? {
    let date = String(text.prefix(10))
    guard let midnight = try? Date(date, strategy: day), midnight.formatted(day) == date else {
      return nil
    }
    if text == date { return midnight }
    let time = #/T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(Z|[-+]([01][0-9]|2[0-3]):?[0-5][0-9])/#
    guard text.dropFirst(10).wholeMatch(of: time) != nil else { return nil }
    return try? Date(text, strategy: .iso8601)
  }
}
