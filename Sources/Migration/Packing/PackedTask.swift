package import FoundationEssentials

/// A task as it lies among many others: of its texts only those are put together that are asked for.
package struct PackedTask: TaskFacts {
  package let id: TaskID
  /// What it does not share with others.
  let row: PackedRow
  /// What it has in common with some.
  let route: Shared<Route>?, sharedOutcome: Shared<TaskOutcome>?

  package var name: String { row.name }
  package var state: TaskState { row.state }
  package var source: StorageLocation { location(route?.value.source, row.sourceKeys) }
  package var destination: StorageLocation {
    location(route?.value.destination, row.destinationKeys)
  }
  package var progress: Double { row.figures.progress }
  package var speed: ByteRate { row.figures.speed }
  package var totalBytes: ByteCount { row.figures.totalBytes }
  package var objects: ObjectCounts { row.figures.objects }
  package var isScanned: Bool? { row.figures.isScanned }
  package var startedAt: Date? { row.figures.startedAt }
  package var timeLeft: Duration? { row.figures.timeLeft }
  package var groupID: TaskGroupID? { route?.value.group }
  package var outcome: TaskOutcome { sharedOutcome?.value ?? TaskOutcome() }

  private func location(_ place: StorageLocation?, _ keys: [String]) -> StorageLocation {
    var location = place ?? StorageLocation()
    location.keys = keys
    return location
  }
}

extension MigrationTask {
  /// All of a packed task, with the settings that it has in common with others.
  init(_ packed: PackedTask, settings shared: Shared<TaskSettings>?) {
    self.init(id: packed.id, name: packed.name, state: packed.state)
    let figures = packed.row.figures
    kind = packed.row.kind
    source = packed.source
    destination = packed.destination
    progress = figures.progress
    speed = figures.speed
    completedBytes = figures.completedBytes
    totalBytes = figures.totalBytes
    objects = figures.objects
    isScanned = figures.isScanned
    startedAt = figures.startedAt
    elapsed = figures.elapsed
    timeLeft = figures.timeLeft
    groupID = packed.groupID
    if let shared { sharedSettings = shared }
    if let shared = packed.sharedOutcome { sharedOutcome = shared }
    let description = packed.row.description
    if !description.isEmpty { settings.description = description }
  }
}
