import AsyncHTTPClient

/// One run of a task: starts or takes up its children, follows them, judges the end.
actor RcloneRun {
  private enum Wish {
    case goOn, stop, halt
  }

  // Its own thread: the files of a large run take their time, and nobody else is to wait for that.
  private let executor = QueueExecutor(label: "ferry.run")
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  let order: MoveOrder
  let client: HTTPClient
  let children: RunChildren
  /// What was found beside rclone, and the looking for it.
  var found: SourceAudit?
  var audit: Task<Void, any Error>?
  private let pace: RunPace
  private var progress = RunProgress()
  private var reported: MoveProgress?
  private var wish = Wish.goOn
  /// A limit that rclone has not taken yet.
  private var newLimit: Int64??
  private var isTellingLimit = false
  private var isOver = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// The run of `order`; nothing is started yet.
  init(_ order: MoveOrder, _ command: RcloneCommand, pace: RunPace, client: HTTPClient) {
    self.order = order
    self.pace = pace
    self.client = client
    children = RunChildren(order, command)
  }

  /// Moves the objects until the end, a stop or a cancellation.
  func run(
    _ commands: RunCommands, _ report: @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    defer { leave() }
    async let _ = listen(to: commands)
    do {
      if let roots = order.roots { try Confinement(roots: roots).check(order) }
      if try await children.begin() { newLimit = .some(order.bandwidth) }
      return try await follow(report)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      try await children.end(grace: pace.grace, byForce: true)
      throw error
    }
  }

  /// Ends the children in good order and returns when they are gone, or soon will be.
  func halt() async {
    guard !isOver else { return }
    if wish == .goOn { wish = .halt }
    audit?.cancel()
    children.terminate()
    await withCheckedContinuation { waiting.append($0) }
  }

  private func listen(to commands: RunCommands) async {
    for await command in commands {
      switch command {
      case .stop:
        if wish == .goOn { wish = .stop }
        audit?.cancel()
        children.terminate()
      case .limit(let bytesPerSecond):
        children.limit = bytesPerSecond
        newLimit = .some(bytesPerSecond)
        await applyLimit()
      }
    }
  }

  private func follow(
    _ report: @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    // The first look comes early, so that small tasks are seen to move.
    var nextReport = ContinuousClock.now + pace.report / 4
    while true {
      guard wish == .goOn else { return try await finish(report) }
      if ContinuousClock.now >= nextReport {
        nextReport = ContinuousClock.now + pace.report
        try await observe(report)
      }
      guard wish == .goOn, children.journal.breaker.fault == nil,
        try await children.advance()
      else { return try await finish(report) }
      try beginAudit()
      try await Task.sleep(for: pace.tick)
    }
  }

  private func observe(
    _ report: @Sendable (MoveProgress) async -> Void
  ) async throws {
    await applyLimit()
    let activity = await control?.activity()
    try children.journal.read()
    let now = ContinuousClock.now
    let sign = RunSign(
      sums: children.journal.ledger.sums, listed: children.journal.listed, activity: activity)
    if children.journal.breaker.isStalled(sign, at: now, limit: pace.stall) {
      children.journal.breaker.trip(children.journal.breaker.latest ?? .stalled)
    }
    let current = try progress.current(
      children.journal, activity, isScanned: children.isScanned, at: now)
    guard current != reported else { return }
    reported = current
    await report(current)
  }

  private func finish(
    _ report: @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    let copyEnd = children.copyEnd
    if wish == .halt {
      // A child that is not done with its end by then comes to it alone, and is found again.
      try await children.end(grace: pace.haltGrace, byForce: false)
      throw CancellationError()
    }
    try await children.end(grace: pace.grace, byForce: true)
    guard try readRest() else {
      let progress = RunProgress.exact(children.journal, isScanned: children.isScanned)
      return MoveResult(end: .stopped, progress: progress)
    }
    let found = wish == .goOn ? try await lookAfter() : nil
    if wish == .halt { throw CancellationError() }
    let outcome = RunOutcome(
      journal: children.journal, order: order, isScanned: children.isScanned, copyEnd: copyEnd,
      leftOut: found?.leftOut)
    var result = wish == .stop ? outcome.stopped() : try outcome.result()
    result.auditRefusal = found?.refusal
    await report(result.progress)
    return result
  }

  /// Reads what the children have said last.
  ///
  /// - Returns: Whether that could be done; a full disk keeps no run from being stopped.
  private func readRest() throws -> Bool {
    do {
      try children.journal.read()
      return true
    } catch  where wish == .stop {
      return false
    }
  }

  private var control: RcloneControl? {
    children.controlSocket.map { RcloneControl($0, client: client) }
  }

  /// Tells rclone the newest limit; one limit at a time, so that none overtakes a newer one.
  private func applyLimit() async {
    guard !isTellingLimit else { return }
    isTellingLimit = true
    defer { isTellingLimit = false }
    while let wanted = newLimit, let control, await control.limit(wanted) {
      if newLimit == .some(wanted) { newLimit = nil }
    }
  }

  private func leave() {
    isOver = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
