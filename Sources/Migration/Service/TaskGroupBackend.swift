/// What can be asked of a migration service about task groups (v2).
///
/// The calls behave as those of ``MigrationBackend`` do.
public protocol TaskGroupBackend: Sendable {
  /// One page of the groups, newest first.
  ///
  /// - Parameters:
  ///   - start: The number of the first group, from 0.
  ///   - limit: The most groups to return, 1 to 100.
  ///   - state: Only groups in this state; `nil` means all.
  /// - Returns: The groups, and what could not be read.
  /// - Throws: ``APIProblem``.
  func listGroups(
    start: Int, limit: Int, state: TaskGroupState?
  ) async throws(APIProblem) -> TaskGroupPage

  /// One group as it is now.
  func showGroup(_ id: TaskGroupID) async throws(APIProblem) -> TaskGroup

  /// Makes a group, which starts by itself. Never repeated blindly.
  func createGroup(_ order: NewTask) async throws(APIProblem) -> TaskGroupID

  /// Checks the order of a group by the rules of the API, without sending anything.
  func checkGroup(_ order: NewTask) throws(APIProblem)

  /// Resumes a stopped group.
  func startGroup(_ id: TaskGroupID, keys: TransferKeys) async throws(APIProblem)

  /// Asks a running group to stop. It has stopped when ``showGroup(_:)`` says so.
  func stopGroup(_ id: TaskGroupID) async throws(APIProblem)

  /// Runs a failed group again.
  func retryGroup(
    _ id: TaskGroupID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem)

  /// Asks for a group's removal. It is gone when ``showGroup(_:)`` finds nothing.
  func deleteGroup(_ id: TaskGroupID) async throws(APIProblem)

  /// Replaces the speed limits of a group that has not finished.
  func changeGroupBandwidth(
    of id: TaskGroupID, to windows: [BandwidthWindow]
  ) async throws(APIProblem)
}

extension TaskGroupBackend {
  /// Checks what no service takes.
  public func checkGroup(_ order: NewTask) throws(APIProblem) { try order.check() }
}

/// A part of the list of groups.
public struct TaskGroupPage: Equatable, Sendable {
  /// The groups, in the order of the service.
  public var groups: [TaskGroup]
  /// Entries of the page that could not be read, with the reason.
  public var unreadable: [String]
  /// How many groups pass the query altogether; `nil` when the answer does not say.
  public var total: Int?

  /// The number of entries on the page, by which the next one starts.
  public var count: Int { groups.count + unreadable.count }

  /// A page.
  public init(groups: [TaskGroup], unreadable: [String] = [], total: Int? = nil) {
    self.groups = groups
    self.unreadable = unreadable
    self.total = total
  }
}
