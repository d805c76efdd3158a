/// Where a task stands; the numbers are those of OMS (v1 has 0 to 5, v2 adds 6 and 7).
public enum TaskState: Hashable, Sendable {
  /// 0: the record exists, preparation is under way.
  case initialising
  /// 1: waits for a free slot.
  case waiting
  /// 2: moves objects.
  case running
  /// 3: stopped by a user; can be started again.
  case stopped
  /// 4: ended with an error or with failed objects; can be started again.
  case failed
  /// 5: ended well.
  case succeeded
  /// 6 (v2): tries again by itself.
  case retrying
  /// 7 (v2), or a stop that was accepted and is not over.
  case stopping
  /// A number that no document knows.
  case unknown(Int)

  /// The state with this number; any number is a state.
  public init(code: Int) {
    self = Self.known.first { $0.code == code } ?? .unknown(code)
  }

  /// The state that goes by `word`, or `nil`; numbers of unknown states have no word of their own.
  public init?(word: some StringProtocol) {
    guard let state = Self.known.first(where: { $0.word == word.lowercased() }) else { return nil }
    self = state
  }

  /// All states that have a name, by number.
  public static let known: [TaskState] = [
    .initialising, .waiting, .running, .stopped, .failed, .succeeded, .retrying, .stopping,
  ]

  /// The number on the wire.
  public var code: Int {
    switch self {
    case .initialising: 0
    case .waiting: 1
    case .running: 2
    case .stopped: 3
    case .failed: 4
    case .succeeded: 5
    case .retrying: 6
    case .stopping: 7
    case .unknown(let code): code
    }
  }

  /// The word that users see and type: in the table, in filters, in JSON and in prompts.
  public var word: String {
    switch self {
    case .initialising: "initialising"
    case .waiting: "waiting"
    case .running: "running"
    case .stopped: "stopped"
    case .failed: "failed"
    case .succeeded: "succeeded"
    case .retrying: "retrying"
    case .stopping: "stopping"
    case .unknown: "unknown"
    }
  }

  /// Whether the task is over until somebody starts it again.
  public var isFinished: Bool {
    switch self {
    case .stopped, .failed, .succeeded: true
    case .initialising, .waiting, .running, .retrying, .stopping, .unknown: false
    }
  }

  /// Whether objects may be on the move.
  public var isMoving: Bool {
    switch self {
    case .running, .retrying, .stopping: true
    case .initialising, .waiting, .stopped, .failed, .succeeded, .unknown: false
    }
  }
}
