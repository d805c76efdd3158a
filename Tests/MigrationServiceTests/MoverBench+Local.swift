import SystemPackage

@testable import Migration

@testable import MigrationService

extension MoverBench {
  /// A directory of the bench as one side of an order.
  func localEnd(_ directory: String) -> MoveEnd {
    MoveEnd(
      location: StorageLocation(provider: "Local", bucket: root.appending(directory).string),
      keys: nil)
  }

  /// An order between two directories.
  func localOrder(_ run: String, destination: String) -> MoveOrder {
    var order = order(run)
    order.source = localEnd("source/from")
    order.destination = localEnd(destination)
    return order
  }
}
