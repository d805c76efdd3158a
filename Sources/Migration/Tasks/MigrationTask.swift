public import FoundationEssentials

/// Everything that a user sees about one migration task, whichever API version it came from.
public struct MigrationTask: Equatable, Identifiable, Sendable {
  /// The number that every request names.
  public var id: TaskID
  /// The name that the service gave it.
  public var name: String
  /// Where it stands.
  ///
  /// The end of a task follows from this alone, never from `progress`.
  public var state: TaskState
  /// How its objects were chosen.
  public var kind: TaskKind
  /// Where the objects come from.
  public var source: StorageLocation
  /// Where they go to.
  public var destination: StorageLocation
  /// The part that is done, 0 to 1: of the bytes for `object` and `prefix`, of the objects for lists.
  public var progress: Double
  /// How fast its objects move now.
  public var speed: ByteRate
  /// Bytes that have arrived.
  public var completedBytes: ByteCount
  /// Bytes found at the source; grows until `isScanned`.
  public var totalBytes: ByteCount
  /// Object counts; `total` grows until `isScanned`.
  public var objects: ObjectCounts
  /// Whether the listing of the source is over, so that the totals are final; `nil` when the API
  /// does not say (v1 as documented).
  public var isScanned: Bool?
  /// When it began to run, or `nil` when it has not.
  public var startedAt: Date?
  /// How long it has run.
  public var elapsed: Duration?
  /// The service's estimate of the time left; `nil` when nothing is known or nothing is left.
  public var timeLeft: Duration?
  /// The group that made it (v2), or `nil`.
  public var groupID: TaskGroupID?
  // Most tasks of a long list share their settings and have no outcome: kept aside, they cost
  // little.
  var sharedSettings = Self.noSettings
  var sharedOutcome = Self.noOutcome

  /// A task about which nothing is known but its id.
  public init(id: TaskID, name: String = "", state: TaskState = .unknown(-1)) {
    self.id = id
    self.name = name
    self.state = state
    kind = .object
    source = StorageLocation()
    destination = StorageLocation()
    progress = 0
    speed = 0
    completedBytes = 0
    totalBytes = 0
    objects = ObjectCounts()
  }

  /// What the user chose when it was made.
  public var settings: TaskSettings {
    get { sharedSettings.value }
    set { sharedSettings = Shared(newValue) }
  }

  /// What it left behind; nothing before it has ended.
  public var outcome: TaskOutcome {
    get { sharedOutcome.value }
    set { sharedOutcome = Shared(newValue) }
  }

  /// Keeps the settings and the outcome of `other` instead of its own, where they are equal.
  ///
  /// What many tasks of a list have in common then takes up memory once.
  public mutating func shareDetails(with other: MigrationTask) {
    if sharedSettings == other.sharedSettings { sharedSettings = other.sharedSettings }
    if sharedOutcome == other.sharedOutcome { sharedOutcome = other.sharedOutcome }
  }

  private static let noSettings = Shared(TaskSettings())
  private static let noOutcome = Shared(TaskOutcome())
}

/// How many objects a task has to do with.
public struct ObjectCounts: Equatable, Sendable, Codable {
  /// Found at the source.
  public var total: Int64
  /// Arrived at the destination.
  public var succeeded: Int64
  /// Not arrived.
  public var failed: Int64
  /// Left alone because the destination has them already, or because of a filter.
  public var skipped: Int64

  /// Counts; without arguments all zero.
  public init(total: Int64 = 0, succeeded: Int64 = 0, failed: Int64 = 0, skipped: Int64 = 0) {
    self.total = total
    self.succeeded = succeeded
    self.failed = failed
    self.skipped = skipped
  }
}
