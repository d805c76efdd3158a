import ArgumentParser
import MigrationAPI

/// `ferry wait`: blocks until tasks are where they should be.
struct Wait: AsyncParsableCommand {
  enum Goal: String, ExpressibleByArgument, CaseIterable {
    case stopped, succeeded, failed, finished

    func isReached(in state: TaskState) -> Bool {
      switch self {
      case .stopped: state == .stopped
      case .succeeded: state == .succeeded
      case .failed: state == .failed
      case .finished: state.isFinished
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Wait until tasks have stopped, succeeded, failed, or finished in any way.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Task ids.")
  var ids: [String]

  @Option(name: .customLong("for"), help: "What to wait for.")
  var goal: Goal = .finished

  @Option(help: "The longest time to wait, such as 90s, 5m or 2h.")
  var timeout: String?

  func run() async throws {
    let targets = try ids.map(TargetOptions.taskID)
    let limit = try timeout.map(Self.duration)
    let backend = try await connection.resolve().backend
    let clock = ContinuousClock()
    let end = limit.map { clock.now + $0 }
    var reached = 0
    var problems: [Failure] = []
    for id in targets {
      do {
        try await wait(for: id, backend: backend, clock: clock, end: end)
        reached += 1
      } catch let failure as Failure {
        problems.append(failure)
        failure.line.map(Console.error)
      }
    }
    guard let first = problems.first else { return }
    throw Failure(reached > 0 ? Failure.partly : first.status)
  }

  private func wait(
    for id: TaskID, backend: any MigrationBackend, clock: ContinuousClock,
    end: ContinuousClock.Instant?
  ) async throws {
    var pause = Duration.milliseconds(200)
    while true {
      let state: TaskState
      do {
        state = try await backend.show(id).state
      } catch {
        throw Failure(Failure.status(of: error), "task \(id): \(error.sentence)")
      }
      if goal.isReached(in: state) { return }
      if state.isFinished {
        throw Failure(
          Failure.failed, "task \(id) is \(state.word), so it will not be \(goal.rawValue)")
      }
      if let end, clock.now + pause > end {
        throw Failure(
          Failure.failed,
          "task \(id) is still \(state.word) after \(timeout ?? ""); gave up waiting")
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .seconds(2))
    }
  }

  private static func duration(_ text: String) throws -> Duration {
    guard let seconds = UnitText.seconds(text), seconds > 0, seconds < 1e9 else {
      throw Failure(Failure.usage, "'\(text)' is not a time; write 90s, 5m or 2h")
    }
    return .seconds(seconds)
  }
}
