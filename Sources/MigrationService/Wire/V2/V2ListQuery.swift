import Migration

/// The query of a list of v2: sections 4 and 5 of the v2 reference.
///
/// Of a repeated name the first value counts.
struct V2ListQuery: Equatable {
  /// How many to pass over: records, not pages.
  let offset: Int
  /// The most to return.
  let limit: Int
  /// The number of the only state that is wanted.
  let status: Int?
  /// The only group whose tasks are wanted.
  let group: TaskGroupID?
  /// What the names must hold.
  let name: String?

  /// Reads and checks decoded names and values.
  ///
  /// - Parameters:
  ///   - items: The names and values.
  ///   - states: The numbers of states that may be asked for.
  /// - Throws: `OMS.0064` for a value that is not possible, `OMS.0052` for such a state.
  init(
    _ items: [(name: String, value: String)], states: ClosedRange<Int>
  ) throws(ServiceError) {
    func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
    offset = try Self.number(value("offset"), 0...2_147_483_647, "offset") ?? 0
    limit = try Self.number(value("limit"), 1...100, "limit") ?? 10
    status = try Self.number(value("status"), states, "status", .stateFilterUnknown)
    group = try Self.words(value("group_id"), upTo: 100, "group_id").map(TaskGroupID.init)
    name = try Self.words(value("task_name"), upTo: 255, "task_name")
  }

  /// The tasks that are asked for.
  var tasks: TaskList {
    TaskList(
      version: .v2, states: status.map { [TaskState(code: $0)] }, group: group, name: name,
      start: offset, limit: limit)
  }

  private static func number(
    _ text: String?, _ range: ClosedRange<Int>, _ name: String,
    _ reason: ServiceReason = .parametersInvalid
  ) throws(ServiceError) -> Int? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      range.contains(number)
    else {
      throw ServiceError(reason, "\(name) is \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func words(
    _ text: String?, upTo limit: Int, _ name: String
  ) throws(ServiceError) -> String? {
    guard let text, !text.isEmpty else { return nil }
    guard text.unicodeScalars.count <= limit,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw ServiceError(
        .parametersInvalid, "\(name) has 1 to \(limit) characters, none of them for control")
    }
    return text
  }
}
