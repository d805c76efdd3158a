import Migration
import MigrationCore
import MigrationService

/// The tasks of a demo: real ones, in every state that a user can meet.
struct DemoTasks {
  private let stores: DemoStores
  private let connection: Connection
  private let backend: any MigrationBackend

  /// The tasks of the service behind `connection`.
  init(stores: DemoStores, connection: Connection) {
    (self.stores, self.connection) = (stores, connection)
    backend = connection.backend
  }

  /// So few that some have to wait.
  static let maxRunning = 2

  /// Buckets that are not there: tasks that fail for the same reason.
  private static let missing = ["no-such-bucket", "letters-2024", "letters-2025"]

  /// Makes the tasks; returns when each state is there.
  ///
  /// - Throws: ``APIProblem``, or `CancellationError`.
  func seed() async throws {
    var short = [try await create("documents", "finishes at once")]
    for bucket in Self.missing {
      short.append(try await create(bucket, "the source bucket is missing"))
    }
    short.append(try await create("invoices", "one object cannot be moved; press 2 to see why"))
    for id in short { try await wait(for: id) { $0.state.isFinished } }
    try await createGroup()

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
    try await backend.create(order(bucket, description)).id
  }

  /// Makes tasks that are acted on as one, and returns when all are over.
  private func createGroup() async throws {
    // There are none in v1.
    var second = connection
    second.api = .v2
    let groups = try await second.backend.groups()
    let folders = (1...3).map { DemoStores.folder($0) }
    let id = try await groups.createGroup(
      order("albums", "a group, a task for each folder", kind: .prefix, keys: folders))
    while try await [.waiting, .creating, .running].contains(groups.showGroup(id).state) {
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private func order(
    _ bucket: String, _ description: String, kind: TaskKind = .object, keys: [String] = []
  ) -> NewTask {
    var settings = TaskSettings()
    settings.description = description
    // A group cannot say any.
    if kind == .object { settings.threads = 4 }
    return NewTask(
      kind: kind, source: stores.source.location(bucket, keys: keys),
      destination: stores.destination.location("archive", keys: ["\(bucket)/"]),
      keys: TransferKeys(source: stores.source.keys, destination: stores.destination.keys),
      settings: settings)
  }

  private func wait(
    for id: TaskID, until isReached: (MigrationTask) -> Bool
  ) async throws {
    while try await !isReached(backend.show(id)) {
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
