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

  @Option(help: .of(.formatOfResults))
  var output: OutputFormat = .table

  func run() async throws {
    let selection = try targets.selection()
    var polling = TaskWait.patient
    polling.limit = try timeout.map(Self.duration)
    let backend = try await connection.resolve().backend
    let (ids, unreadable) = try await selection.ids(from: backend)
    for reason in unreadable { Console.error(.unread(noun: MigrationTask.noun, reason)) }
    guard !ids.isEmpty else {
      if output == .json { Console.raw("[]") }
      throw Failure(unreadable.isEmpty ? 0 : Failure.partly, .nothingToWaitFor)
    }
    var progress = WaitProgress(ids: ids)
    let waited = await TaskWait(backend: backend, polling: polling).wait(for: goal, of: ids) {
      progress.take($0)
      Console.transient(progress.talk)
    }
    Console.transient("")
    let report = WaitReport(goal: goal, timeout: timeout ?? "", format: output)
    try report.end(with: waited, unreadable: !unreadable.isEmpty)
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
