public import FoundationEssentials

/// A task that keeps a bucket in step with another one (v2): it moves the objects it is told about.
public struct SyncTask: Equatable, Identifiable, Sendable {
  /// What every request names.
  public var id: SyncTaskID
  /// Where it stands.
  public var state: SyncTaskState
  /// The bucket whose changes are followed.
  public var source: StorageLocation
  /// The bucket that follows.
  public var destination: StorageLocation
  /// When it was made.
  public var createdAt: Date?
  /// When it was last started.
  public var lastStartedAt: Date?
  /// What the user chose when it was made.
  public var settings: TaskSettings
  /// What it did in the month that was asked for; `nil` in lists.
  public var month: Month?

  /// What a synchronisation task did in one month.
  public struct Month: Equatable, Sendable {
    /// Requests that it took.
    public var requests: Int64
    /// Objects that arrived, did not, or were left alone; `total` counts all three.
    public var objects: ObjectCounts
    /// Bytes that arrived.
    public var bytes: ByteCount

    /// The sums of a month.
    public init(requests: Int64, objects: ObjectCounts, bytes: ByteCount) {
      self.requests = requests
      self.objects = objects
      self.bytes = bytes
    }
  }

  /// A synchronisation task about which nothing is known but its id.
  public init(id: SyncTaskID, state: SyncTaskState) {
    self.id = id
    self.state = state
    source = StorageLocation()
    destination = StorageLocation()
    settings = TaskSettings()
  }
}

/// The name that OMS v2 gives to a synchronisation task: a UUID in practice, any text by the wire.
public struct SyncTaskID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public var rawValue: String

  /// The id with this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The id as the service writes it.
  public var description: String { rawValue }
}

/// Where a synchronisation task stands.
public enum SyncTaskState: Hashable, Sendable {
  /// It follows its source.
  case synchronising
  /// It was stopped by a user.
  case stopped
  /// A word that no document knows.
  case unknown(String)

  /// The state that goes by OMS's `word`; any word is a state.
  public init(wireWord word: String) {
    switch word {
    case "SYNCHRONIZING": self = .synchronising
    case "STOPPED": self = .stopped
    default: self = .unknown(word)
    }
  }

  /// The word on the wire.
  public var wireWord: String {
    switch self {
    case .synchronising: "SYNCHRONIZING"
    case .stopped: "STOPPED"
    case .unknown(let word): word
    }
  }
}

/// A part of the list of synchronisation tasks.
public struct SyncTaskPage: Equatable, Sendable {
  /// The tasks, in the order of the service.
  public var tasks: [SyncTask]
  /// Entries of the page that could not be read, with the reason.
  public var unreadable: [String]
  /// How many tasks pass the query altogether; `nil` when the answer does not say.
  public var total: Int?

  /// A page.
  public init(tasks: [SyncTask], unreadable: [String] = [], total: Int? = nil) {
    self.tasks = tasks
    self.unreadable = unreadable
    self.total = total
  }
}
