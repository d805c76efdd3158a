import SystemPackage

@testable import Migration

@testable import MigrationService

extension MoverBench {
  /// A directory of the bench as one side of an order.
  func localEnd(_ directory: String, as role: CheckedLocation.Role) throws -> MoveEnd {
    try MoveEnd(
      StorageLocation(provider: "Local", bucket: root.appending(directory).string), as: role)
  }

  /// An order between two directories.
  func localOrder(
    _ run: String, from source: MoveEnd? = nil, destination: String
  ) throws -> MoveOrder {
    var order = try order(run)
    order.source = try source ?? localEnd("source/from", as: .source)
    order.destination = try localEnd(destination, as: .destination)
    return order
  }
}
