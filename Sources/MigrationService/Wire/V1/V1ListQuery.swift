import Migration

/// The query of a list or a count: sections 4 and 5 of the v1 reference.
enum V1ListQuery: Equatable {
  /// A page.
  case page(start: Int, limit: Int, state: TaskState?)
  /// The number of tasks.
  case count(state: TaskState?)

  /// Reads and checks decoded names and values; of a repeated name the first counts.
  ///
  /// - Throws: `OMS.0051` for a range, `OMS.0052` for a state that is not possible.
  init(_ items: [(name: String, value: String)]) throws(ServiceError) {
    func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
    let state = try Self.state(value("state"))
    guard value("totalcount") != "true" else {
      self = .count(state: state)
      return
    }
    guard let start = Self.number(value("start")), let limit = Self.number(value("limit")),
      (1...100).contains(limit)
    else { throw ServiceError(.pageOutOfRange, "start is from 0, limit from 1 to 100") }
    self = .page(start: start, limit: limit, state: state)
  }

  private static func state(_ text: String?) throws(ServiceError) -> TaskState? {
    guard let text, !text.isEmpty else { return nil }
    guard let code = number(text), (0...5).contains(code) else {
      throw ServiceError(.stateFilterUnknown, "it is 0 to 5")
    }
    return TaskState(code: code)
  }

  private static func number(_ text: String?) -> Int? {
    guard let text, !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
