/// An order of tasks by one column; equal ones are ordered by id, so that no two swap places.
package struct TaskOrder: Equatable, Hashable, Sendable {
  /// What tasks are ordered by.
  ///
  /// The raw value is what users type.
  package enum Key: String, CaseIterable, Sendable {
    case id, name, source, destination, state, progress, speed, left, objects, failed, size
  }

  /// What tasks are ordered by.
  package var key: Key
  /// Whether the largest comes first.
  package var isDescending: Bool

  /// An order.
  package init(by key: Key, descending: Bool = false) {
    self.key = key
    isDescending = descending
  }

  /// Newest first, as services list them.
  package static let newestFirst = TaskOrder(by: .id, descending: true)

  /// Reads `KEY` or `KEY:desc` or `KEY:asc`.
  ///
  /// - Throws: ``ConfigurationError`` with the keys there are.
  package init(_ text: String) throws(ConfigurationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let key = parts.first.flatMap({ Key(rawValue: String($0)) }),
      parts.count < 2 || ["asc", "desc"].contains(parts[1])
    else {
      let keys = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw ConfigurationError(
        "'\(text)' is not a sort key; give one of \(keys), with :desc for the largest first")
    }
    self.init(by: key, descending: parts.count > 1 && parts[1] == "desc")
  }

  /// Whether `one` comes before `other`.
  package func precedes(_ one: MigrationTask, _ other: MigrationTask) -> Bool {
    switch comparison(one, other) {
    case let result where result < 0: !isDescending
    case let result where result > 0: isDescending
    default: one.id > other.id
    }
  }

  private func comparison(_ one: MigrationTask, _ other: MigrationTask) -> Int {
    switch key {
    case .id: Self.order(one.id, other.id)
    case .name: Self.order(one.name, other.name)
    case .source: Self.order(one.source.shortName, other.source.shortName)
    case .destination: Self.order(one.destination.shortName, other.destination.shortName)
    case .state: Self.order(one.state.code, other.state.code)
    case .progress: Self.order(one.progress, other.progress)
    case .speed: Self.order(one.speed, other.speed)
    case .left: Self.order(one.timeLeft ?? .zero, other.timeLeft ?? .zero)
    case .objects: Self.order(one.objects.total, other.objects.total)
    case .failed: Self.order(one.objects.failed, other.objects.failed)
    case .size: Self.order(one.totalBytes, other.totalBytes)
    }
  }

  private static func order<Value: Comparable>(_ one: Value, _ other: Value) -> Int {
    one < other ? -1 : one == other ? 0 : 1
  }
}
