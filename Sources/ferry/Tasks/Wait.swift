import ArgumentParser
import Dashboard
import Migration
import MigrationCore

/// `ferry wait`: blocks until tasks are where they should be.
struct Wait: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wait until tasks have stopped, succeeded, failed, or finished in any way.",
    discussion: HelpNotes.ending(
      """
      An outage of the service is waited through for a minute. Exit status: 0 when every task is \
      there (for finished: and none has failed), 1 when one can no longer come there or has failed, \
      3 when some are there and some are not, 75 when the time is over.
      """,
      example: "ferry wait 179531974330200 --for succeeded --timeout 2h"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions

  @Option(name: .customLong("for"), help: "What to wait for.")
  var goal: TaskWait.Goal = .finished

  @Option(help: "The longest time to wait, such as 90s, 5m or 2h.")
  var timeout: String?

  func run() async throws {
    let selection = try targets.selection()
    var polling = TaskWait.patient
    polling.limit = try timeout.map(Self.duration)
    let backend = try await connection.resolve().backend
    let (ids, unreadable) = try await selection.ids(from: backend)
    for reason in unreadable { Console.error("a task could not be read: \(reason)") }
    guard !ids.isEmpty else { throw Failure(0, "no task passes the filter; nothing to wait for") }
    var progress = WaitProgress(ids: ids)
    let waited = await TaskWait(backend: backend, polling: polling).wait(for: goal, of: ids) {
      progress.take($0)
      Console.transient(progress.line)
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
    case .missed(let task): Failure(Failure.failed, words(for: task))
    case .timedOut(let task):
      Failure(
        Failure.timedOut,
        "task \(id) is still \(task?.state.word ?? "out of sight") after \(timeout ?? ""); "
          + "gave up waiting")
    case .failed(let problem):
      Failure(Failure.status(of: problem), "task \(id): \(problem.line)")
    }
  }

  private func words(for task: MigrationTask) -> String {
    if task.state == .failed {
      let reason = task.outcome.failure.map { ": \($0.code) \($0.message)" } ?? ""
      let advice = task.advice.map { "; \($0)" } ?? ""
      return "task \(task.id) has failed\(reason)\(advice)"
    }
    return "task \(task.id) is \(task.state.word), so it will not be \(goal.rawValue)"
  }

  private static func duration(_ text: String) throws -> Duration {
    guard let seconds = UnitText.seconds(text), seconds > 0, seconds < 1e9 else {
      throw Failure(Failure.usage, "'\(text)' is not a time; write 90s, 5m or 2h")
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

  var line: String {
    let tasks = tasks.values
    let over = tasks.count { $0.state.isFinished }
    let done = tasks.reduce(0.0) { $0 + Double($1.completedBytes.rawValue) }
    let total = tasks.reduce(0.0) { $0 + Double($1.totalBytes.rawValue) }
    let speed = tasks.filter(\.state.isMoving).reduce(0.0) { $0 + Double($1.speed.rawValue) }
    let share = total > 0 ? "  \(percentText(min(done / total, 1)))" : ""
    return "\(over) of \(count) over\(share)  \(speedText(ByteRate(rawValue: Int64(speed))))"
  }
}

extension TaskWait.Goal: ExpressibleByArgument {}
