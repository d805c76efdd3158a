package import FoundationEssentials
package import MigrationAPI

/// Which tasks are shown: an expression that may still be in the middle of being typed.
package struct RowFilter: Equatable, Sendable {
  /// The expression as it was typed; empty shows everything.
  package private(set) var text = ""
  /// What is wrong with `text`, for the user; `nil` when nothing is.
  package private(set) var problem: String?

  private var expression = TaskFilter.everything
  private var now: Date?

  /// A filter that shows everything.
  package init() {}

  /// The filter that `text` asks for at the time `now`. While it makes no sense, the tasks that were
  /// shown before stay.
  package func retyped(_ text: String, now: Date?) -> RowFilter {
    var filter = self
    filter.text = text
    filter.problem = nil
    filter.now = now
    do {
      filter.expression = try TaskFilter(text)
    } catch {
      filter.problem = error.reason
    }
    return filter
  }

  /// Whether everything is shown.
  package var isEmpty: Bool { text.isEmpty }

  /// Whether `task` is shown.
  package func matches(_ task: MigrationTask) -> Bool {
    expression.matches(task, now: now ?? .distantPast)
  }

  /// The filter for a later time, or `nil` when that would make no difference worth the work.
  func renewed(at date: Date) -> RowFilter? {
    guard isAboutAge, now.map({ abs(date.timeIntervalSince($0)) > 60 }) ?? true else { return nil }
    var filter = self
    filter.now = date
    return filter
  }

  /// Whether the same tasks are shown, whatever the words.
  func showsSame(as other: RowFilter) -> Bool {
    expression == other.expression && (now == other.now || !isAboutAge)
  }

  private var isAboutAge: Bool {
    expression.words.contains { word in
      if case .compare(.age, _, _) = word.condition { true } else { false }
    }
  }
}
