import ArgumentParser
import Dashboard
import Migration
import MigrationCore
import Words

/// `ferry wait`: blocks until tasks are where they should be.
struct Wait: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.wait),
    discussion: .of(.wait, example: "ferry wait 179531974330200 --for succeeded --timeout 2h"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions

  @Option(name: .customLong("for"), help: .of(.goal))
  var goal: TaskWait.Goal = .finished

  @Option(help: .of(.timeout))
  var timeout: String?

  func run() async throws {
    let selection = try targets.selection()
    var polling = TaskWait.patient
    polling.limit = try timeout.map(Self.duration)
    let backend = try await connection.resolve().backend
    let (ids, unreadable) = try await selection.ids(from: backend)
    for reason in unreadable { Console.error(.unread(noun: MigrationTask.noun, reason)) }
    guard !ids.isEmpty else { throw Failure(0, .nothingToWaitFor) }
    var progress = WaitProgress(ids: ids)
    let waited = await TaskWait(backend: backend, polling: polling).wait(for: goal, of: ids) {
      progress.take($0)
      Console.transient(progress.talk)
    }
    Console.transient("")
    let failures = waited.compactMap { failure(of: $0.id, $0.end) }
    for failure in failures { failure.line.map(Console.error) }
    if let status = Self.status(of: failures, among: waited.count) { throw Failure(status) }
    if !unreadable.isEmpty { throw Failure(Failure.partly) }
  }

  /// What several ends add up to; `nil` when all went well.
  private static func status(of failures: [Failure], among count: Int) -> Int32? {
    let statuses = Set(failures.map(\.status))
    if statuses.isEmpty { return nil }
    if statuses.contains(Failure.timedOut) { return Failure.timedOut }
    if failures.count < count { return Failure.partly }
    return statuses.count == 1 ? statuses.first : Failure.failed
  }

  private func failure(of id: TaskID, _ end: TaskWait.End) -> Failure? {
    switch end {
    case .reached: nil
    case .missed(let task): Failure(Failure.failed, fault(of: task))
    case .timedOut(let task):
      Failure(
        Failure.timedOut,
        .stillIn(id: "\(id)", state: task?.state.word, after: timeout ?? ""))
    case .failed(let problem):
      Failure(
        Failure.status(of: problem), .about(noun: MigrationTask.noun, id: "\(id)", problem.line))
    }
  }

  private func fault(of task: MigrationTask) -> CommandFault {
    let id = "\(task.id)"
    guard task.state == .failed else {
      return .cannotBe(id: id, state: task.state.word, goal: goal.rawValue)
    }
    return .hasFailed(
      id: id, reason: task.outcome.failure.map { "\($0.code) \($0.message)" },
      advice: task.advice)
  }

  private static func duration(_ text: String) throws -> Duration {
    guard let seconds = UnitText.seconds(text), seconds > 0, seconds < 1e9 else {
      throw Failure(Failure.usage, .notADuration(text))
    }
    return .seconds(seconds)
  }
}

/// How far the tasks of a wait are, in a line.
private struct WaitProgress {
  private var tasks: [TaskID: MigrationTask] = [:]
  private let count: Int

  init(ids: [TaskID]) {
    count = Set(ids).count
  }

  mutating func take(_ delta: TaskDelta) {
    for (id, seen) in delta.changed { tasks[id] = seen.task }
  }

  var talk: CommandTalk {
    let tasks = tasks.values
    let over = tasks.count { $0.state.isFinished }
    let done = tasks.reduce(0.0) { $0 + Double($1.completedBytes.rawValue) }
    let total = tasks.reduce(0.0) { $0 + Double($1.totalBytes.rawValue) }
    let speed = tasks.filter(\.state.isMoving).reduce(0.0) { $0 + Double($1.speed.rawValue) }
    return .waiting(
      over: over, of: count, share: total > 0 ? percentText(min(done / total, 1)) : nil,
      speed: speedText(ByteRate(rawValue: Int64(speed))))
  }
}

extension TaskWait.Goal: ExpressibleByArgument {}
