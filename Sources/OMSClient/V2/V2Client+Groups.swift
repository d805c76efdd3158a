package import Migration
import OMSWire

extension V2Client: TaskGroupBackend {
  package func listGroups(
    start: Int, limit: Int, state: TaskGroupState?
  ) async throws(APIProblem) -> TaskGroupPage {
    var items = Self.page(start: start, limit: limit)
    if let state { items.append(("status", String(state.code))) }
    let page = try await caller.get(.groups, groupsPath, query: items)
    return TaskGroupPage(groups: page.entries, unreadable: page.unreadable, total: page.total)
  }

  package func showGroup(_ id: TaskGroupID) async throws(APIProblem) -> TaskGroup {
    try await caller.get(.group, path(of: id))
  }

  package func createGroup(_ order: NewTask) async throws(APIProblem) -> TaskGroupID {
    try await caller.ask(
      .createdGroup, "POST", groupsPath, body: .creation(of: order, in: .group), .once)
  }

  package func startGroup(_ id: TaskGroupID, keys: TransferKeys) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id) + "/start", body: .start(.group, with: keys), .once)
  }

  package func stopGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id) + "/stop", .idempotent)
  }

  package func retryGroup(
    _ id: TaskGroupID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    try await caller.order(
      "PUT", path(of: id) + "/retry", body: .start(.group, with: keys, failedOnly: failedOnly),
      .once)
  }

  package func deleteGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  package func changeGroupBandwidth(
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
