import FoundationEssentials
import Migration
import OMSWire

/// The body of a start or a retry in v2.
struct V2StartRequest {
  /// The keys that came.
  let keys: SentKeys
  /// Whether only the objects that failed are run again.
  let failedOnly: Bool

  /// Reads and checks a body of `dialect`; a retry may have none.
  ///
  /// - Throws: The code for the first member that is wrong.
  init(body: Data, in dialect: TaskDialect) throws(ServiceError) {
    let values = body.isEmpty && dialect == .group ? [:] : try JSONValue.members(of: body)
    let members = Members(values, StartMember.names, code: .parametersInvalid, in: dialect)
    keys = try SentKeys(members, in: dialect)
    failedOnly = try members.flag(.failedOnly) ?? false
  }
}

/// The body of a change of the speed windows of a task or a group in v2.
struct V2BandwidthRequest {
  /// The windows, of which none means no limit.
  let windows: [BandwidthWindow]

  /// Reads and checks a body.
  ///
  /// - Throws: The code for the first member that is wrong.
  init(body: Data) throws(ServiceError) {
    let members = Members(
      try JSONValue.members(of: body), OrderMember.names, code: .parametersInvalid, in: .v2)
    guard let values = try members.array(.bandwidth) else { throw members.missing(.bandwidth) }
    windows = try BandwidthPolicy.windows(values, in: .v2)
  }
}

/// The body of a change of several tasks in v2.
struct V2BatchRequest {
  /// The tasks.
  let targets: BatchTargets
  /// What of them.
  let change: TaskChangeOrder

  /// Reads and checks a body.
  ///
  /// - Throws: `OMS.1003` unless there are either ids or a group, or the code for a wrong member.
  init(body: Data) throws(ServiceError) {
    let body = try JSONValue.members(of: body)
    let members = Members(body, OrderMember.names, code: .parametersInvalid, in: .v2)
    let ids = try members.array(.ids) ?? []
    let group = try members.text(.group, upTo: 100) ?? ""
    guard ids.isEmpty != group.isEmpty else {
      throw ServiceError(
        .otherVersion, "one of \(members.name(.ids)) and \(members.name(.group)) must be there")
    }
    targets =
      group.isEmpty ? .tasks(try Self.ids(ids, members)) : .group(TaskGroupID(rawValue: group))
    let windows = try members.array(.bandwidth)
    let settings = SettingsRequest(
      body: Members(body, TaskMember.names(in: .v2), code: .parametersInvalid, in: .v2),
      dialect: .v2)
    change = TaskChangeOrder(
      bandwidth: try windows.map { values throws(ServiceError) in
        try BandwidthPolicy.windows(values, in: .v2)
      }, priority: try settings.priority())
    guard change != TaskChangeOrder() else { throw members.missing(.bandwidth) }
  }

  private static func ids(
    _ values: [JSONValue], _ members: Members<OrderMember>
  ) throws(ServiceError) -> [TaskID] {
    var ids: [TaskID] = []
    for value in values {
      guard case .integer(let id) = value else {
        throw members.mistyped(.ids, "whole numbers alone")
      }
      ids.append(TaskID(rawValue: id))
    }
    return ids
  }
}
