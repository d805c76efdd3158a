import Foundation

@testable import Migration

@testable import MigrationService

/// What callers ask of the service, and what they may rely on afterwards.
extension World {
  static let definition = {
    var definition = TaskDefinition(
      kind: .object, source: StorageLocation(provider: "Local", bucket: "/from"),
      destination: StorageLocation(provider: "Local", bucket: "/to"))
    definition.telling = Telling(topicURN: "t", onSuccess: true, onFailure: true, isInV1: false)
    return definition
  }()

  /// Some caller asks for something.
  mutating func call() {
    guard !happens(onceIn: 5) else { return callAboutGroup() }
    guard let id = any(expectations.keys.sorted()), !happens(onceIn: 4) else { return create() }
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: stop(id)
    case 2: start(id)
    case 3: limit(id)
    default: delete(id)
    }
  }

  private mutating func create() {
    let count = Int.random(in: 1...2, using: &random)
    let created = Box<[TaskID]>([])
    let answer = turn { machine, now in
      for _ in 0..<count {
        created.value.append(
          try machine.accept(
            Self.definition, keys: TransferKeys(), project: Self.project, isConfined: false,
            at: now
          ).id)
      }
      try machine.saveAccepted(at: now)
    }
    log.append("create \(created.value): \(Self.word(answer))")
    // Some may have been accepted before one more was too many; they are written with the next.
    if case .failure(_ as ServiceError) = answer {
      _ = turn { machine, now in try machine.saveAccepted(at: now) }
    }
    for id in created.value {
      let isDone = if case .success = answer { true } else { false }
      if isDone || store.task(id) != nil { expectations[id] = Expectation() }
    }
  }

  private mutating func stop(_ id: TaskID) {
    let answer = turn { machine, _ in try machine.stop(id, project: Self.project) }
    log.append("stop \(id): \(Self.word(answer))")
    if case .success = answer { expectations[id]?.isStopped = true }
  }

  private mutating func start(_ id: TaskID) {
    let number = store.task(id)?.run.number
    let failedOnly = Bool.random(using: &random)
    let answer = turn { machine, now in
      try machine.start(
        id, project: Self.project, failedOnly: failedOnly, isConfined: false, at: now
      ) { _ in TransferKeys() }
    }
    log.append("start \(id), failed only \(failedOnly): \(Self.word(answer))")
    if case .failure = answer { return }
    expectations[id]?.isStopped = false
    expectations[id]?.startedAfter = answer == nil ? nil : number
  }

  private mutating func limit(_ id: TaskID) {
    let limit = Int64.random(in: 1...9, using: &random)
    let answer = turn { machine, now in
      try machine.changeBandwidth(
        Self.windows(limit), of: id, project: Self.project, at: now)
    }
    log.append("limit \(id) to \(limit): \(Self.word(answer))")
    switch answer {
    case .success: expectations[id]?.limit = limit
    case .failure: break
    case nil: expectations[id]?.limit = nil
    }
  }

  private mutating func delete(_ id: TaskID) {
    let answer = turn { machine, now in
      try machine.delete(id, project: Self.project, at: now)
    }
    log.append("delete \(id): \(Self.word(answer))")
    switch answer {
    case .success: expectations[id]?.isThere = false
    case .failure: break
    // It may have been refused before anything was written; whoever looks again knows.
    case nil:
      let isThere = store.task(id) != nil
      expectations[id]?.isThere = isThere
    }
  }

  static func windows(_ limit: Int64) -> [BandwidthWindow] {
    [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: ByteRate(rawValue: limit))]
  }

  static func word(_ answer: Result<Void, any Error>?) -> String {
    switch answer {
    case .success: "done"
    case .failure(let error): "refused, \((error as? ServiceError)?.code ?? "\(error)")"
    case nil: "no answer"
    }
  }
}

/// Something that a closure fills.
private final class Box<Value> {
  var value: Value

  init(_ value: Value) {
    self.value = value
  }
}
