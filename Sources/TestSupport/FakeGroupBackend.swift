package import Migration

/// Task groups in memory, as a service of API v2 has them.
package actor FakeGroupBackend: TaskGroupBackend {
  /// The groups, in the order of the lists.
  package private(set) var groups: [TaskGroup]
  /// What was changed, in order: `stop ID` and the like.
  package private(set) var orders: [String] = []
  /// The keys that a group was last started or retried with.
  package private(set) var startKeys: [TaskGroupID: TransferKeys] = [:]

  private var looksUntilSettled: Int
  private var stoppedAs: TaskGroupState
  private var lateRefusals: Int

  /// A service with these groups, newest first.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - looksUntilSettled: How often a group that stops or leaves is shown doing so.
  ///   - stoppedAs: What a group becomes that was asked to stop.
  ///   - lateRefusals: How many deletes are refused as if the group still ran.
  package init(
    _ groups: [TaskGroup], looksUntilSettled: Int = 2, stoppedAs: TaskGroupState = .stopped,
    lateRefusals: Int = 0
  ) {
    self.groups = groups
    self.looksUntilSettled = looksUntilSettled
    self.stoppedAs = stoppedAs
    self.lateRefusals = lateRefusals
  }

  package func listGroups(
    start: Int, limit: Int, state: TaskGroupState?
  ) async throws(APIProblem) -> TaskGroupPage {
    let matching = groups.filter { state == nil || $0.state == state }
    return TaskGroupPage(
      groups: Array(matching.dropFirst(start).prefix(limit)), total: matching.count)
  }

  package func showGroup(_ id: TaskGroupID) async throws(APIProblem) -> TaskGroup {
    let index = try index(of: id)
    let shown = groups[index]
    switch shown.state {
    case .stopping where hasSettled(): groups[index].state = stoppedAs
    case .waitingForDeletion where hasSettled(): groups.remove(at: index)
    case .waiting, .creating, .running, .stopped, .creationFailed, .failed, .succeeded, .stopping,
      .waitingForDeletion, .deleting, .unknown:
      break
    }
    return shown
  }

  package func createGroup(_ order: NewTask) async throws(APIProblem) -> TaskGroupID {
    let id = TaskGroupID(rawValue: "group-\(groups.count + 1)")
    groups.insert(TaskGroup(id: id, state: .waiting), at: 0)
    return id
  }

  package func startGroup(_ id: TaskGroupID, keys: TransferKeys) async throws(APIProblem) {
    try take("start", id)
    startKeys[id] = keys
    groups[try index(of: id)].state = .running
  }

  package func stopGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try take("stop", id)
    groups[try index(of: id)].state = .stopping
  }

  package func retryGroup(
    _ id: TaskGroupID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    try take(failedOnly ? "retry failed" : "retry", id)
    startKeys[id] = keys
    groups[try index(of: id)].state = .running
  }

  package func deleteGroup(_ id: TaskGroupID) async throws(APIProblem) {
    try take("delete", id)
    if lateRefusals > 0 {
      lateRefusals -= 1
      throw APIProblem(kind: .wrongState, code: "OMS.0063", sentence: "in progress")
    }
    groups[try index(of: id)].state = .waitingForDeletion
  }

  package func changeGroupBandwidth(
    of id: TaskGroupID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try take("bandwidth", id)
    groups[try index(of: id)].settings.bandwidth = windows
  }

  private func take(_ order: String, _ id: TaskGroupID) throws(APIProblem) {
    _ = try index(of: id)
    orders.append("\(order) \(id)")
  }

  private func hasSettled() -> Bool {
    looksUntilSettled -= 1
    return looksUntilSettled <= 0
  }

  private func index(of id: TaskGroupID) throws(APIProblem) -> Int {
    guard let index = groups.firstIndex(where: { $0.id == id }) else {
      throw APIProblem(kind: .notFound, code: "OMS.1009", sentence: "there is no group \(id)")
    }
    return index
  }
}
