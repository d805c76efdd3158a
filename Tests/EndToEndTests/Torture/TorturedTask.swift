@testable import Migration

/// A task under torture, with what may be relied on by somebody who has only the answers of the
/// service.
struct TorturedTask {
  /// Whether it is there.
  enum Existence {
    case sure, perhaps, gone
  }

  /// Its description, which no other task has.
  let label: String
  let load: TortureLoad
  /// Its number, once that is known.
  var id: TaskID?
  var existence: Existence
  /// The state in which it came to rest, which it keeps until somebody starts it again.
  private(set) var rest: TaskState?
  /// Whether a stop was acknowledged since the last start, so that it has to end as stopped.
  private(set) var isStopped = false
  /// Whether a stop that may have been carried out was sent since the last start.
  private(set) var mayBeStopped = false
  /// The limits that it may have.
  private(set) var limits: [Int64?]
  /// How many objects had arrived when it was last looked at, and in which life of the service.
  private var arrived = (count: Int64(0), life: 0)

  /// A task whose creation has just been asked for.
  init(_ label: String, _ load: TortureLoad, limit: Int64?) {
    self.label = label
    self.load = load
    existence = .gone
    limits = [limit]
  }

  /// How a call ended.
  enum Answer {
    case done
    /// It was refused, and has changed nothing.
    case refused
    /// It cannot have reached the service.
    case unsent
    /// Nobody knows.
    case none
  }

  /// A stop was asked for.
  mutating func noteStop(_ answer: Answer) {
    switch answer {
    case .done: (isStopped, mayBeStopped) = (true, true)
    case .refused, .unsent: break
    case .none: mayBeStopped = true
    }
  }

  /// A start was asked for.
  mutating func noteStart(_ answer: Answer) {
    switch answer {
    case .done: (rest, isStopped, mayBeStopped) = (nil, false, false)
    case .refused, .unsent: break
    case .none: (rest, isStopped) = (nil, false)
    }
  }

  /// A deletion was asked for.
  mutating func noteDelete(_ answer: Answer) {
    switch answer {
    case .done: existence = .gone
    case .refused, .unsent: break
    case .none: existence = existence == .gone ? .gone : .perhaps
    }
  }

  /// Another limit was asked for.
  mutating func noteLimit(_ limit: Int64?, _ answer: Answer) {
    switch answer {
    case .done: limits = [limit]
    case .refused, .unsent: break
    case .none: limits.append(limit)
    }
  }

  /// Holds what is seen against what has to be, and learns from it.
  ///
  /// - Parameters:
  ///   - seen: The task as the service shows it; `nil` when it says that there is none.
  ///   - life: The life of the service, when it was the same before and after.
  /// - Throws: ``TortureBreach``.
  mutating func look(at seen: MigrationTask?, life: Int?) throws {
    guard let seen else {
      guard existence != .sure else { throw breach("is gone though nobody has deleted it") }
      existence = .gone
      return
    }
    guard existence != .gone else { throw breach("is there though its deletion was acknowledged") }
    existence = .sure
    id = seen.id
    try lookAtState(seen.state)
    let limit = seen.settings.bandwidth.first?.maxBandwidth.rawValue
    guard limits.contains(limit) else {
      throw breach("has the limit \(limit ?? 0) and none of \(limits)")
    }
    limits = [limit]
    let counts = seen.objects
    guard counts.succeeded + counts.failed + counts.skipped <= counts.total else {
      throw breach("has more objects that are done than objects: \(counts)")
    }
    if let life {
      guard life != arrived.life || counts.succeeded >= arrived.count else {
        throw breach("has \(counts.succeeded) objects, and had \(arrived.count)")
      }
      arrived = (counts.succeeded, life)
    }
  }

  private mutating func lookAtState(_ state: TaskState) throws {
    if let rest, state != rest { throw breach("is \(state) and was \(rest), which nobody changed") }
    if isStopped, state != .stopped, state != .running {
      throw breach("is \(state) though its stop was acknowledged")
    }
    if state == .stopped, !mayBeStopped { throw breach("is stopped though nobody has stopped it") }
    if state.isFinished { rest = state }
  }

  /// A broken rule about this task.
  func breach(_ words: String) -> TortureBreach {
    TortureBreach("task \(label) (\(load), \(id.map { "\($0)" } ?? "no id")) \(words)")
  }
}
