/// A synchronisation task to be made (v2).
package struct NewSyncTask: Equatable, Sendable {
  /// The bucket whose changes are followed.
  package var source: StorageLocation
  /// The bucket that follows.
  package var destination: StorageLocation
  /// The keys for both sides.
  package var keys: TransferKeys
  /// What else the user chose.
  package var settings: TaskSettings

  /// A synchronisation task.
  package init(
    source: StorageLocation, destination: StorageLocation, keys: TransferKeys,
    settings: TaskSettings = TaskSettings()
  ) {
    self.source = source
    self.destination = destination
    self.keys = keys
    self.settings = settings
  }
}
