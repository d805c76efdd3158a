import ArgumentParser
import Migration
import MigrationCore

/// `ferry wait`: blocks until tasks are where they should be.
struct Wait: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wait until tasks have stopped, succeeded, failed, or finished in any way.",
    discussion: "An outage of the service is waited through for a minute.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Task ids.", completion: Completions.tasks)
  var ids: [String]

  @Option(name: .customLong("for"), help: "What to wait for.")
  var goal: TaskWait.Goal = .finished

  @Option(help: "The longest time to wait, such as 90s, 5m or 2h.")
  var timeout: String?

  func run() async throws {
    let ids = try ids.map(TaskIDText.read)
    var polling = TaskWait.patient
    polling.limit = try timeout.map(Self.duration)
    let backend = try await connection.resolve().backend
    let waited = await TaskWait(backend: backend, polling: polling).wait(for: goal, of: ids)
    let failures = waited.compactMap { failure(of: $0.id, $0.end) }
    for failure in failures { failure.line.map(Console.error) }
    guard let first = failures.first else { return }
    throw Failure(failures.count < waited.count ? Failure.partly : first.status)
  }

  private func failure(of id: TaskID, _ end: TaskWait.End) -> Failure? {
    switch end {
    case .reached: nil
    case .missed(let state):
      Failure(Failure.failed, "task \(id) is \(state.word), so it will not be \(goal.rawValue)")
    case .timedOut(let state):
      Failure(
        Failure.failed,
        "task \(id) is still \(state?.word ?? "out of sight") after \(timeout ?? ""); gave up waiting"
      )
    case .failed(let problem):
      Failure(Failure.status(of: problem), "task \(id): \(problem.line)")
    }
  }

  private static func duration(_ text: String) throws -> Duration {
    guard let seconds = UnitText.seconds(text), seconds > 0, seconds < 1e9 else {
      throw Failure(Failure.usage, "'\(text)' is not a time; write 90s, 5m or 2h")
    }
    return .seconds(seconds)
  }
}

extension TaskWait.Goal: ExpressibleByArgument {}
