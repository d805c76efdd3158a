package import AsyncHTTPClient
import FoundationEssentials
import Migration
import SystemPackage

/// Moves objects with rclone: for each run one process that copies and a short one that lists.
///
/// The processes go on when this one ends, in whatever way; a later `run` with the same order finds
/// them, or what they have left, and goes on from there.
package actor RcloneMover: Mover {
  let program: RcloneProgram
  let client: HTTPClient
  private let pace: RunPace
  let environment: [String: String]
  let confinement: RunConfinement?
  private var runs: [TaskID: RcloneRun] = [:]
  /// What runs begin with.
  private var preparations: [TaskID: Task<MoveOrder, any Error>] = [:]
  private var halts = 0

  /// A mover that uses `program`.
  ///
  /// - Parameters:
  ///   - program: The rclone to run.
  ///   - client: Speaks to the control sockets.
  ///   - pace: How often runs are looked at.
  ///   - environment: What the processes may inherit of: paths, proxies, certificates, and for
  ///     `Rclone` locations what the user's configuration may need.
  ///   - confinement: Keeps runs within the roots of their orders; `nil` where nothing can.
  package init(
    program: RcloneProgram, client: HTTPClient = .shared, pace: RunPace = RunPace(),
    environment: [String: String] = ProcessInfo.processInfo.environment,
    confinement: RunConfinement? = nil
  ) {
    self.program = program
    self.client = client
    self.pace = pace
    self.environment = environment
    self.confinement = confinement
  }

  package func run(
    _ order: MoveOrder, commands: RunCommands,
    report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    do {
      let (relayed, mailbox) = RunCommands.makeStream()
      let halts = halts
      let preparation = Task { try await prepare(order, report) }
      async let _ = relay(commands, to: mailbox, cutting: preparation)
      let prepared = try await prepared(order, preparation)
      try checkGoesOn(since: halts)
      return try await serving(prepared) { order in
        try await self.move(order, relayed, since: halts, report)
      }
    } catch let problem as MoverProblem {
      return failed(problem)
    } catch is CancellationError {
      throw CancellationError()
    } catch let reason as Errno {
      return failed(
        MoverProblem(
          "The service could not keep its papers of the run: \(reason); mend that and start it again."
        )
      )
    } catch {
      // A start that a cancellation has interrupted fails with whatever it was doing.
      try Task.checkCancellation()
      return failed(MoverProblem("The run could not go on: \(error)"))
    }
  }

  package func halt() async {
    halts += 1
    for preparation in preparations.values { preparation.cancel() }
    await withDiscardingTaskGroup { group in
      for run in runs.values { group.addTask { await run.halt() } }
    }
  }

  /// The order with what its stores say to it, and its source listed where rclone may not.
  private nonisolated func prepare(
    _ order: MoveOrder, _ report: @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveOrder {
    let order = try await StoreGreeting(client: client, patience: pace.greeting).ask(for: order)
    try await list(of: order)?.fetch()
    guard ChildFiles.latest(.scan, in: order.directory) == nil else { return order }
    if let scan = try names(of: order) {
      try await scan.write { await report(MoveProgress(objects: ObjectCounts(total: $0))) }
    }
    guard let scan = PrefixScan(order, client: client) else { return order }
    do {
      try await scan.write { await report(MoveProgress(objects: ObjectCounts(total: $0))) }
    } catch is S3Bucket.Refused {
      // rclone finds out in more words.
    }
    return order
  }

  /// Passes on what a run is told; one that is to stop need not be prepared.
  private nonisolated func relay(
    _ commands: RunCommands, to mailbox: RunCommands.Continuation,
    cutting preparation: Task<MoveOrder, any Error>
  ) async {
    for await command in commands {
      mailbox.yield(command)
      if command == .stop { preparation.cancel() }
    }
    mailbox.finish()
  }

  /// The order as `preparation` leaves it.
  private func prepared(
    _ order: MoveOrder, _ preparation: Task<MoveOrder, any Error>
  ) async throws -> MoveOrder {
    guard runs[order.task] == nil, preparations[order.task] == nil else {
      throw MoverProblem("Task \(order.task) is being moved already.")
    }
    preparations[order.task] = preparation
    defer { preparations[order.task] = nil }
    var prepared = order
    do {
      prepared = try await withTaskCancellationHandler {
        try await preparation.value
      } onCancel: {
        preparation.cancel()
      }
    } catch is CancellationError {
      // A stop is for the run to carry out.
    } catch  where ChildFiles.latest(.copy, in: order.directory) != nil {
      // What an earlier process has begun goes on, whatever they say now.
    }
    return prepared
  }

  private func move(
    _ order: MoveOrder, _ commands: RunCommands, since halts: Int,
    _ report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    try checkGoesOn(since: halts)
    let command = try RcloneCommand(
      order, program: program.path, inherited: environment, confinement: confinement)
    try command.checkSight()
    let run = RcloneRun(order, command, pace: pace, client: client)
    runs[order.task] = run
    defer { runs[order.task] = nil }
    return try await run.run(commands, report)
  }

  /// Checks that nobody has ended all runs meanwhile, who did not see this one.
  private func checkGoesOn(since halts: Int) throws {
    guard halts == self.halts, !Task.isCancelled else { throw CancellationError() }
  }

  private func failed(_ problem: MoverProblem) -> MoveResult {
    MoveResult(
      end: .failed(TaskFailure(code: problem.code, message: problem.description)),
      progress: MoveProgress())
  }
}
