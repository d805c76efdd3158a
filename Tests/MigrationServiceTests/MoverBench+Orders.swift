@testable import Migration

@testable import MigrationService

extension MoveResult {
  /// OMS's code of the failure, or `nil`.
  var code: String? {
    guard case .failed(let failure) = end else { return nil }
    return failure.code
  }

  /// The words of the failure; empty when there is none.
  var message: String {
    guard case .failed(let failure) = end else { return "" }
    return failure.message
  }
}

extension RcloneMover {
  /// Moves without anybody looking or telling it anything.
  func run(_ order: MoveOrder) async throws -> MoveResult {
    try await run(order) { _ in }
  }

  /// Moves without anybody telling it anything.
  func run(
    _ order: MoveOrder, report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    try await run(order, commands: RunCommands { _ in }, report: report)
  }
}

extension MoveOrder {
  /// What the run of this order has left in one of its lists.
  func unmoved(_ kind: UnmovedFile.Kind) throws -> [UnmovedObject] {
    try UnmovedFile(kind, in: directory).page(start: 0, limit: .max)
  }

  /// The names of the objects that failed in the run of this order.
  var failedNames: [String] {
    get throws { try unmoved(.failed).map(\.name) }
  }
}

extension MoveEnd {
  /// One side of an order at a location that can be used.
  init(
    _ location: StorageLocation, as role: CheckedLocation.Role, keys: StorageKeys? = nil
  ) throws {
    self.init(location: try CheckedLocation(location, as: role), keys: keys)
  }

  /// The same side elsewhere.
  mutating func change(
    as role: CheckedLocation.Role, _ body: (inout StorageLocation) -> Void
  ) throws {
    var changed = location.storage
    body(&changed)
    location = try CheckedLocation(changed, as: role)
  }
}
