public import FoundationEssentials

/// Tasks that the service made from one order, split by its rules (v2).
public struct TaskGroup: Equatable, Identifiable, Sendable {
  /// What every request names.
  public var id: TaskGroupID
  /// Where it stands.
  public var state: TaskGroupState
  /// How its objects were chosen; a group has no `object`.
  public var kind: TaskKind
  /// Where the objects come from.
  public var source: StorageLocation
  /// Where they go to.
  public var destination: StorageLocation
  /// How fast its objects move now.
  public var speed: ByteRate
  /// Bytes that have arrived.
  public var completedBytes: ByteCount
  /// Bytes found at the source.
  public var totalBytes: ByteCount
  /// Counts of objects.
  public var objects: ObjectCounts
  /// Objects that have been put into tasks already.
  public var plannedObjects: Int64
  /// Bytes that have been put into tasks already.
  public var plannedBytes: ByteCount
  /// Counts of its tasks.
  public var tasks: MemberCounts
  /// When it began, or `nil` when it has not.
  public var startedAt: Date?
  /// How long it has run.
  public var elapsed: Duration?
  /// What the user chose when it was made.
  public var settings: TaskSettings
  /// What it left behind.
  public var outcome: TaskOutcome

  /// How many tasks a group has.
  public struct MemberCounts: Equatable, Sendable {
    /// All that there will be.
    public var total: Int64 = 0
    /// Made so far.
    public var created: Int64 = 0
    /// Waiting.
    public var waiting: Int64 = 0
    /// Running.
    public var running: Int64 = 0
    /// Stopped.
    public var stopped: Int64 = 0
    /// Failed.
    public var failed: Int64 = 0
    /// Succeeded.
    public var succeeded: Int64 = 0

    /// Counts that are all zero.
    public init() {}
  }

  /// A group about which nothing is known but its id.
  public init(id: TaskGroupID, state: TaskGroupState = .unknown(-1)) {
    self.id = id
    self.state = state
    kind = .prefix
    source = StorageLocation()
    destination = StorageLocation()
    speed = 0
    completedBytes = 0
    totalBytes = 0
    objects = ObjectCounts()
    plannedObjects = 0
    plannedBytes = 0
    tasks = MemberCounts()
    settings = TaskSettings()
    outcome = TaskOutcome()
  }

  /// The part that is done, 0 to 1; OMS does not say, so it is made of the counts.
  ///
  /// While tasks are still being made, it is the part of them that exists.
  public var progress: Double {
    let isPlanned = state != .waiting && state != .creating
    let (done, all) =
      isPlanned
      ? (
        Double(objects.succeeded) + Double(objects.failed) + Double(objects.skipped), objects.total
      )
      : (Double(tasks.created), tasks.total)
    guard all > 0 else { return state == .succeeded ? 1 : 0 }
    return min(max(done / Double(all), 0), 1)
  }
}

/// Where a task group stands; the numbers are those of OMS v2.
public enum TaskGroupState: Hashable, Sendable {
  /// 0: its set-up waits.
  case waiting
  /// 1: its tasks are being made.
  case creating
  /// 2: its tasks run.
  case running
  /// 3: stopped by a user; can be started again.
  case stopped
  /// 4: its tasks could not be made; can be retried.
  case creationFailed
  /// 5: ended with an error or with failed objects; can be retried.
  case failed
  /// 6: ended well.
  case succeeded
  /// 7: a stop was accepted and is not over.
  case stopping
  /// 8: a deletion was accepted and is not over.
  case waitingForDeletion
  /// 9: is being deleted, or has been.
  case deleting
  /// A number that no document knows.
  case unknown(Int)

  /// All states that have a name, by number.
  public static let known: [TaskGroupState] = [
    .waiting, .creating, .running, .stopped, .creationFailed, .failed, .succeeded, .stopping,
    .waitingForDeletion, .deleting,
  ]

  /// The state with this number; any number is a state.
  public init(code: Int) {
    self = Self.known.indices.contains(code) ? Self.known[code] : .unknown(code)
  }

  /// The number on the wire.
  public var code: Int {
    if case .unknown(let code) = self { code } else { Self.known.firstIndex(of: self) ?? -1 }
  }

  /// The word that users see.
  public var word: String {
    switch self {
    case .waiting: "waiting"
    case .creating: "creating"
    case .running: "running"
    case .stopped: "stopped"
    case .creationFailed: "creation failed"
    case .failed: "failed"
    case .succeeded: "succeeded"
    case .stopping: "stopping"
    case .waitingForDeletion, .deleting: "deleting"
    case .unknown: "unknown"
    }
  }
}
