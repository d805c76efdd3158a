import Migration

/// Runs of tasks whose objects a list names.
extension RcloneMover {
  /// The list that a run of `order` has to fetch; `nil` when it needs none.
  nonisolated func list(of order: MoveOrder) throws(MoverProblem) -> ListFetch? {
    guard order.onlyObjects == nil || order.kind == .urlList else { return nil }
    return try ListFetch(
      order, program: program, environment: environment, confinement: confinement)
  }

  /// How old the objects are that the list of `order` names; `nil` where that does not matter.
  nonisolated func names(of order: MoveOrder) throws(MoverProblem) -> NameScan? {
    try NameScan(order, program: program, environment: environment, confinement: confinement)
  }

  /// Has `body` move `order`, with what a run reads from while it lasts.
  ///
  /// - Throws: What `body` throws, or what keeps a place from being there to read from.
  nonisolated func serving(
    _ order: MoveOrder, _ body: @escaping @Sendable (MoveOrder) async throws -> MoveResult
  ) async throws -> MoveResult {
    guard try list(of: order) != nil else { return try await body(order) }
    // A stop has come before the list: there is nothing that could have been moved.
    let isListed = try names(of: order) == nil || PreparedList.names(of: order) != nil
    guard ListFetch.isFetched(for: order), isListed else {
      return MoveResult(end: .stopped, progress: MoveProgress())
    }
    guard order.kind == .urlList else { return try await body(order) }
    let reader = AddressReader(client, within: order.hosts)
    return try await AddressServer(order, reader).serving { address in
      var order = order
      let source = StorageLocation(provider: ServedProviders.addresses, region: address)
      order.source.location = try CheckedLocation(source, as: .source)
      return try await body(order)
    }
  }
}
