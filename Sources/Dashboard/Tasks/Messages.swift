package import FoundationEssentials

/// What was told since the dashboard opened, so that a result stays findable after the next key.
package struct Messages: Equatable, Sendable {
  /// One line, and when it was told.
  package struct Line: Equatable, Sendable {
    /// The line.
    package let notice: Notice
    /// The date; `nil` while none is known.
    package let date: Date?
  }

  /// The lines, oldest first.
  package private(set) var lines: [Line] = []
  /// How many lines there were, those included that have gone.
  package private(set) var count = 0

  /// More than anybody reads; the oldest go first.
  static let limit = 500

  /// Adds a line.
  mutating func add(_ notice: Notice, at date: Date?) {
    count += 1
    lines.append(Line(notice: notice, date: date))
    if lines.count > Self.limit { lines.removeFirst(lines.count - Self.limit) }
  }
}
