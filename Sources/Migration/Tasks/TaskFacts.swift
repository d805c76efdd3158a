package import FoundationEssentials

/// What filters and orders ask about a task, however it is kept in memory.
///
/// Of many tasks each fact is worked out when it is asked for, and nothing else of them.
package protocol TaskFacts {
  /// The number that every request names.
  var id: TaskID { get }
  /// The name that the service gave it.
  var name: String { get }
  /// Where it stands.
  var state: TaskState { get }
  /// Where the objects come from.
  var source: StorageLocation { get }
  /// Where they go to.
  var destination: StorageLocation { get }
  /// The part that is done.
  var progress: Double { get }
  /// How fast its objects move, as the service says.
  var speed: ByteRate { get }
  /// Bytes found at the source.
  var totalBytes: ByteCount { get }
  /// Object counts.
  var objects: ObjectCounts { get }
  /// Whether the listing of the source is over.
  var isScanned: Bool? { get }
  /// When it began to run.
  var startedAt: Date? { get }
  /// The service's estimate of the time left.
  var timeLeft: Duration? { get }
  /// The group that made it.
  var groupID: TaskGroupID? { get }
  /// What it left behind.
  var outcome: TaskOutcome { get }
}

extension MigrationTask: TaskFacts {}
