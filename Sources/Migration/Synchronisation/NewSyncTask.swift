/// A synchronisation task to be made (v2).
public struct NewSyncTask: Equatable, Sendable {
  /// The bucket whose changes are followed.
  public var source: StorageLocation
  /// The bucket that follows.
  public var destination: StorageLocation
  /// The keys for both sides.
  public var keys: TransferKeys
  /// What else the user chose.
  public var settings: TaskSettings

  /// A synchronisation task.
  public init(
    source: StorageLocation, destination: StorageLocation, keys: TransferKeys,
    settings: TaskSettings = TaskSettings()
  ) {
    self.source = source
    self.destination = destination
    self.keys = keys
    self.settings = settings
  }

  /// What there is of `task` that a synchronisation task can be: all but how objects are chosen.
  package init(_ task: NewTask) {
    self.init(
      source: task.source, destination: task.destination, keys: task.keys, settings: task.settings)
  }
}
