/// An order of tasks; equal ones are newest first, so that no two swap places.
package struct TaskOrder: Equatable, Hashable, Sendable {
  /// What tasks are ordered by.
  ///
  /// The raw value is what users type.
  package enum Key: String, CaseIterable, Sendable {
    /// What needs a person first: failed, then moving, waiting, stopped, succeeded.
    case attention
    case id, name, source, destination, state, progress, speed, left, objects, failed, size
  }

  /// What tasks are ordered by.
  package var key: Key
  /// Whether the largest comes first.
  package var isDescending: Bool
  /// Whether failed tasks with the same cause stand together in the order of attention.
  package var groupsByCause: Bool

  /// An order.
  package init(by key: Key, descending: Bool = false, groupsByCause: Bool = false) {
    self.key = key
    isDescending = descending
    self.groupsByCause = groupsByCause
  }

  /// Newest first, as services list them.
  package static let newestFirst = TaskOrder(by: .id, descending: true)
  /// The order of attention: what needs a person comes first.
  package static let attention = TaskOrder(by: .attention)

  /// Reads `KEY` or `KEY:desc` or `KEY:asc`.
  ///
  /// - Throws: ``ConfigurationError`` with the keys there are.
  package init(_ text: String) throws(ConfigurationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let key = parts.first.flatMap({ Key(rawValue: String($0)) }),
      parts.count < 2 || ["asc", "desc"].contains(parts[1])
    else {
      throw .order(Quoted(text), known: Key.allCases.map(\.rawValue))
    }
    self.init(by: key, descending: parts.count > 1 && parts[1] == "desc")
  }

  /// What decides about the place of a task: worked out once, compared often.
  package struct Place: Equatable, Sendable {
    /// The number, or `nil` when it is not known; then the task comes last, whichever way.
    fileprivate let number: Int64?
    /// The text in small letters, as bytes; empty where a number decides.
    fileprivate let text: [UInt8]
    /// The task.
    package let id: TaskID
  }

  /// The place of `task`.
  package func place(of task: some TaskFacts) -> Place {
    if let text = text(of: task) {
      return Place(number: text.isEmpty ? nil : 0, text: Array(text.lowercased().utf8), id: task.id)
    }
    return Place(number: number(of: task), text: [], id: task.id)
  }

  /// Whether `one` comes before `other`.
  package func precedes(_ one: Place, _ other: Place) -> Bool {
    if one.number != other.number {
      guard let number = one.number else { return false }
      return other.number.map { (number < $0) != isDescending } ?? true
    }
    if one.text != other.text {
      return one.text.lexicographicallyPrecedes(other.text) != isDescending
    }
    return one.id > other.id
  }

  /// Whether `one` comes before `other`.
  package func precedes(_ one: some TaskFacts, _ other: some TaskFacts) -> Bool {
    precedes(place(of: one), place(of: other))
  }

  /// The ids of `tasks` in this order.
  package func sorted(_ tasks: some Sequence<some TaskFacts>) -> [TaskID] {
    var sorting = TaskSorting(by: self)
    for task in tasks { sorting.add(task) }
    return sorting.sorted()
  }

  /// The text that decides about the place of a task; `nil` where a number does.
  func text(of task: some TaskFacts) -> String? {
    switch key {
    case .name: task.name
    case .source: task.source.shortName
    case .destination: task.destination.shortName
    case .attention, .id, .state, .progress, .speed, .left, .objects, .failed, .size: nil
    }
  }

  /// The number that decides about it, as far as it is known.
  func number(of task: some TaskFacts) -> Int64? {
    switch key {
    case .attention: attention(of: task)
    case .id: task.id.rawValue
    case .state: Int64(task.state.code)
    case .progress: Self.millionths(task.progress)
    case .speed: task.currentSpeed.rawValue
    case .left: task.currentTimeLeft.map { $0.components.seconds }
    case .objects: task.objects.total
    case .failed: task.objects.failed
    case .size: task.totalBytes.rawValue
    case .name, .source, .destination: nil
    }
  }

  private static func millionths(_ part: Double) -> Int64? {
    part.isNaN ? nil : Int64(min(max(part, 0), 1) * 1_000_000)
  }

  private func attention(of task: some TaskFacts) -> Int64 {
    let rank = Int64(task.state.attention.rawValue) * 1000
    guard groupsByCause, let cause = task.causeOfFailure else { return rank }
    return rank + 1 + Int64(cause.rawValue)
  }
}
