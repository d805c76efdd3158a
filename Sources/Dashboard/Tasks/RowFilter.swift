package import FoundationEssentials
package import Migration

/// Which tasks are shown: an expression that may still be in the middle of being typed.
package struct RowFilter: Equatable, Sendable {
  /// The expression as it was typed; empty shows everything.
  package private(set) var text = ""
  /// What is wrong with `text`; `nil` when nothing is.
  package private(set) var problem: FilterFault?

  private var expression = TaskFilter.everything
  private var now: Date?

  /// The most characters that are typed of one.
  static let longest = 200

  /// A filter that shows everything.
  package init() {}

  /// The filter that `text` asks for at the time `now`.
  ///
  /// A text that makes no sense yet is taken for what it may become.
  package init(_ text: String, now: Date?) {
    self.text = text
    self.now = now
    do {
      expression = try TaskFilter(text)
    } catch {
      problem = error.fault
      let guesses = Self.completions(of: text).lazy.compactMap { try? TaskFilter($0) }
      expression = guesses.first ?? .everything
    }
  }

  /// Whether everything is shown.
  package var isEmpty: Bool { text.isEmpty }

  /// Whether `task` is shown.
  package func matches(_ task: MigrationTask) -> Bool { matcher()(task) }

  /// The question whether a task is shown, prepared for asking it of many.
  func matcher() -> (MigrationTask) -> Bool { expression.matcher(now: now ?? .distantPast) }

  /// The ids of those of `tasks` that are shown, in `order`.
  func ids(of tasks: PackedTasks, in order: TaskOrder) -> [TaskID] {
    tasks.ids(passing: expression, now: now ?? .distantPast, in: order)
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

  /// What a half-typed text may become, the best guess first: the states that begin so, a closed
  /// pattern, or else the words before the last one.
  private static func completions(of text: String) -> [String] {
    let words = text.split(separator: " ")
    guard let last = words.last else { return [] }
    let rest = words.dropLast().joined(separator: " ")
    if last.hasPrefix("/") { return [text + "/", rest] }
    let begun = last.lastIndex { ":,".contains($0) }.map { last[last.index(after: $0)...] } ?? last
    let states = TaskState.known.map(\.word).filter { $0.hasPrefix(begun.lowercased()) }
    guard last.hasPrefix("state:"), !begun.isEmpty, !states.isEmpty else { return [rest] }
    return [rest + " " + last[..<begun.startIndex] + states.joined(separator: ","), rest]
  }

  private var isAboutAge: Bool {
    expression.words.contains { word in
      if case .compare(.age, _, _) = word.condition { true } else { false }
    }
  }
}
