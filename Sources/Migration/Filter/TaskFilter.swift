package import FoundationEssentials

/// A filter expression: words joined by AND, each of which may be negated with `!`.
///
/// `state:failed`, `state:running,waiting`, `name:photos` or just `photos`, `/regex/`,
/// `source:BUCKET`, `destination:BUCKET`, `id:123`, `group:ID`, `progress>50`, `failed>0`,
/// `size>1GiB`, `age>30d`. A text with blanks stands in quotes: `"my photos"`, `source:"a b"`.
///
/// What is not known of a task passes no word about it, negated or not: a task without an age is
/// neither younger nor older than a month, and must not be deleted for being either.
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
    /// This is found in the name.
    case pattern(NamePattern)
    /// The source holds this text.
    case source(String)
    /// The destination holds this text.
    case destination(String)
    /// The id is one of these.
    case id(Set<TaskID>)
    /// It belongs to one of these groups.
    case group(Set<TaskGroupID>)
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
    let passes: (MigrationTask) -> Bool = matcher(now: now)
    return passes(task)
  }

  /// The question whether a task passes at the time `now`, prepared for asking it of many.
  package func matcher<Subject: TaskFacts>(now: Date) -> (Subject) -> Bool {
    let tests = words.map { word in
      let holds: (Subject) -> Bool? = word.condition.test(now: now)
      return { (task: Subject) in holds(task).map { $0 != word.isNegated } ?? false }
    }
    return { task in tests.allSatisfy { $0(task) } }
  }
}

extension TaskFilter.Condition {
  /// Whether the condition holds for a task; `nil` when what it asks for is not known.
  fileprivate func test<Subject: TaskFacts>(now: Date) -> (Subject) -> Bool? {
    switch self {
    case .state(let words): { Self.isState($0.state, oneOf: words) }
    case .name(let text): Self.finds(SoughtText(text).isFound) { $0.knownName }
    case .pattern(let pattern): Self.finds(PatternSearch(pattern).isFound) { $0.knownName }
    case .source(let text): Self.finds(SoughtText(text).isFound) { $0.source.knownName }
    case .destination(let text): Self.finds(SoughtText(text).isFound) { $0.destination.knownName }
    case .id(let ids): { ids.contains($0.id) }
    case .group(let ids): { $0.groupID.map(ids.contains) ?? false }
    case .compare(let quantity, let comparison, let number):
      { quantity.value(of: $0, now: now).map { comparison.holds($0, number) } }
    }
  }

  private static func finds<Subject>(
    _ isFound: @escaping (String) -> Bool, in name: @escaping (Subject) -> String?
  ) -> (Subject) -> Bool? {
    { name($0).map(isFound) }
  }

  // A state with a number that no document knows may be any of the others.
  private static func isState(_ state: TaskState, oneOf words: Set<String>) -> Bool? {
    if case .unknown = state { return words.contains(state.word) ? true : nil }
    return words.contains(state.word)
  }
}

extension TaskFacts {
  fileprivate var knownName: String? { name.isEmpty ? nil : name }
}

extension StorageLocation {
  fileprivate var knownName: String? { self == StorageLocation() ? nil : shortName }
}

extension TaskFilter.Quantity {
  fileprivate func value(of task: some TaskFacts, now: Date) -> Double? {
    switch self {
    case .progress: task.progress * 100
    case .failed: Double(task.objects.failed)
    case .size: Double(task.totalBytes.rawValue)
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
