public import Migration
import OMSWire

extension V2Client: TaskGroupBackend {
  /// `GET …/taskgroups`: one page of the groups, newest first.
  public func listGroups(
    start: Int, limit: Int, state: TaskGroupState?
  ) async throws(APIProblem) -> TaskGroupPage {
    var items = Self.page(start: start, limit: limit)
    if let state { items.append(("status", String(state.code))) }
    let page = try await caller.get(.groups, groupsPath, query: items)
    return TaskGroupPage(groups: page.entries, unreadable: page.unreadable, total: page.total)
  }

  /// `GET …/taskgroups/{id}`: one group as it is now.
  public func showGroup(_ id: TaskGroupID) async throws(APIProblem) -> TaskGroup {
    try await caller.get(.group, path(of: id))
  }

  /// `POST …/taskgroups`: makes a group, which starts by itself; sent once only.
  public func createGroup(_ order: NewTask) async throws(APIProblem) -> TaskGroupID {
    try await caller.ask(
      .createdGroup, "POST", groupsPath, body: .creation(of: order, in: .group), .once)
  }

  /// Checks the order of a group by the rules of v2.
  public func checkGroup(_ order: NewTask) throws(APIProblem) {
    try CreationRules.check(order, in: .group)
  }

  /// `PUT …/taskgroups/{id}/start`: resumes a stopped group; sent once only.
  public func startGroup(_ id: TaskGroupID, keys: TransferKeys) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id) + "/start", body: .start(.group, with: keys), .once)
  }

  /// `PUT …/taskgroups/{id}/stop`: asks a running group to stop.
  public func stopGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id) + "/stop", .idempotent)
  }

  /// `PUT …/taskgroups/{id}/retry`: runs a failed group again; sent once only.
  public func retryGroup(
    _ id: TaskGroupID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    try await caller.order(
      "PUT", path(of: id) + "/retry", body: .start(.group, with: keys, failedOnly: failedOnly),
      .once)
  }

  /// `DELETE …/taskgroups/{id}`: asks for the removal of a group.
  public func deleteGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  /// `PUT …/taskgroups/{id}/update`: replaces the speed limits.
  public func changeGroupBandwidth(
    of id: TaskGroupID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await caller.order(
      "PUT", path(of: id) + "/update", body: .bandwidth(windows), .idempotent)
  }

  private var groupsPath: String { project + "/taskgroups" }

  private func path(of id: TaskGroupID) throws(APIProblem) -> String {
    "\(groupsPath)/\(try PathSegment.encoded(id.rawValue))"
  }
}
