package import FoundationEssentials

/// A filter expression: words joined by AND, each of which may be negated with `!`.
///
/// `state:failed`, `state:running,waiting`, `name:photos` or just `photos`, `/regex/`,
/// `source:BUCKET`, `destination:BUCKET`, `id:123`, `progress>50`, `failed>0`, `size>1GiB`, `age>30d`.
package struct TaskFilter: Equatable, Sendable {
  /// The words, all of which must hold.
  package let words: [Word]

  /// One word of an expression.
  package struct Word: Equatable, Sendable {
    /// Whether the condition must not hold.
    package var isNegated: Bool
    /// What is asked of a task.
    package var condition: Condition
  }

  /// What a word asks of a task.
  package enum Condition: Equatable, Sendable {
    /// The state is one of these words.
    case state(Set<String>)
    /// The name holds this text, without regard to case.
    case name(String)
    /// The name matches this regular expression.
    case pattern(String)
    /// The source holds this text.
    case source(String)
    /// The destination holds this text.
    case destination(String)
    /// The id is one of these.
    case id(Set<TaskID>)
    /// A quantity compares so with a number: per cent, objects, bytes or seconds.
    case compare(Quantity, Comparison, Double)
  }

  /// A number that a task has.
  package enum Quantity: String, Equatable, Sendable, CaseIterable {
    /// Per cent, 0 to 100.
    case progress
    /// Failed objects.
    case failed
    /// Bytes at the source.
    case size
    /// Seconds since it began to run.
    case age
  }

  /// A way to compare.
  package enum Comparison: String, Equatable, Sendable, CaseIterable {
    // Longer signs first, so that the parser tries them first.
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  /// The filter that every task passes.
  package static let everything = TaskFilter(words: [])

  init(words: [Word]) {
    self.words = words
  }

  /// Whether `task` passes at the time `now`.
  package func matches(_ task: MigrationTask, now: Date) -> Bool {
    words.allSatisfy { $0.condition.holds(for: task, now: now) != $0.isNegated }
  }
}

extension TaskFilter.Condition {
  fileprivate func holds(for task: MigrationTask, now: Date) -> Bool {
    switch self {
    case .state(let words): words.contains(task.state.word)
    case .name(let text): Self.found(text, in: task.name)
    case .pattern(let pattern): Self.matches(pattern, task.name)
    case .source(let text): Self.found(text, in: task.source.shortName)
    case .destination(let text): Self.found(text, in: task.destination.shortName)
    case .id(let ids): ids.contains(task.id)
    case .compare(let quantity, let comparison, let number):
      quantity.value(of: task, now: now).map { comparison.holds($0, number) } ?? false
    }
  }

  private static func found(_ text: String, in name: String) -> Bool {
    name.lowercased().contains(text.lowercased())
  }

  // A compiled expression is neither Sendable nor Equatable, so the text is what is kept.
  private static func matches(_ pattern: String, _ name: String) -> Bool {
    guard let expression = try? Regex(pattern).ignoresCase() else { return false }
    return name.firstMatch(of: expression) != nil
  }
}

extension TaskFilter.Quantity {
  fileprivate func value(of task: MigrationTask, now: Date) -> Double? {
    switch self {
    case .progress: task.progress * 100
    case .failed: Double(task.objects.failed)
    case .size: Double(task.totalBytes)
    case .age: task.startedAt.map { now.timeIntervalSince($0) }
    }
  }
}

extension TaskFilter.Comparison {
  fileprivate func holds(_ one: Double, _ other: Double) -> Bool {
    switch self {
    case .atLeast: one >= other
    case .atMost: one <= other
    case .above: one > other
    case .below: one < other
    case .equal: one == other
    }
  }
}
