import Migration
import MigrationService

/// The tasks of a demo: real ones, in every state that a user can meet.
struct DemoTasks {
  let stores: DemoStores
  let backend: any MigrationBackend

  /// So few that some have to wait.
  static let maxRunning = 2

  /// Makes the tasks; returns when each state is there.
  ///
  /// - Throws: ``APIProblem``, or `CancellationError`.
  func seed() async throws {
    let documents = try await create("documents", "finishes at once")
    let missing = try await create("no-such-bucket", "the source bucket is missing")
    try await wait(for: documents) { $0.state.isFinished }
    try await wait(for: missing) { $0.state.isFinished }

    let photos = try await create("photos", "stopped half way; press R to resume it")
    try await wait(for: photos) { $0.state != .running || $0.objects.succeeded > 4 }
    try await backend.stop(photos)
    try await wait(for: photos) { $0.state.isFinished }

    let videos = try await create("videos", "runs slowly enough to watch; press s to stop it")
    let logs = try await create("logs", "runs beside the other one")
    _ = try await create("backups", "waits for a free slot")
    _ = try await create("照片", "waits as well")
    try await wait(for: videos) { $0.state == .running }
    try await wait(for: logs) { $0.state == .running }
  }

  private func create(_ bucket: String, _ description: String) async throws -> TaskID {
    var settings = TaskSettings()
    settings.description = description
    settings.threads = 4
    let task = NewTask(
      source: stores.source.location(bucket),
      destination: stores.destination.location("archive", keys: ["\(bucket)/"]),
      keys: TransferKeys(source: stores.source.keys, destination: stores.destination.keys),
      settings: settings)
    return try await backend.create(task).id
  }

  private func wait(
    for id: TaskID, until isReached: (MigrationTask) -> Bool
  ) async throws {
    while try await !isReached(backend.show(id)) {
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
