import AsyncHTTPClient
import Migration

/// One run of a task: does with children and files what its plan says.
actor RcloneRun {
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
  /// Whether that was done to its end.
  var hasLookedAfter = false
  private let pace: RunPace
  private var progress = RunProgress()
  private var reported: MoveProgress?
  private(set) var plan: RunPlan
  /// How the copying had ended before anybody asked it to.
  private var copyEnd = RcloneChild.End.killed
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
    // Of what is behind an address nobody knows a checksum.
    plan = RunPlan(isVerified: order.choices.isVerified && order.kind != .urlList)
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
      // Why it has ended is what matters.
      try? await removeParts()
      throw error
    }
  }

  /// Ends the children in good order and returns when they are gone, or soon will be.
  func halt() async {
    guard !isOver else { return }
    plan.wish = .halt
    audit?.cancel()
    children.terminate()
    await withCheckedContinuation { waiting.append($0) }
  }

  private func listen(to commands: RunCommands) async {
    for await command in commands {
      switch command {
      case .stop:
        plan.wish = .stop
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
    var isBehind = false
    while true {
      // Before the reading, so that nothing of a child that has ended is missing.
      let standing = children.standing
      let isEnding = standing.copy != .alive || standing.scan != .alive
      if plan.isMoving, isBehind || isEnding || ContinuousClock.now >= nextReport {
        isBehind = try await !read { ContinuousClock.now >= nextReport || plan.wish != .goOn }
      }
      if plan.isMoving, plan.wish == .goOn, ContinuousClock.now >= nextReport {
        nextReport = ContinuousClock.now + pace.report
        try await observe(report)
      }
      if isBehind, plan.wish == .goOn { continue }
      for action in plan.next(children.facts(standing)) {
        if let result = try await carryOut(action) {
          await report(result.progress)
          return result
        }
      }
      if plan.isWaiting { try await Task.sleep(for: pace.tick) }
    }
  }

  /// Does what the plan says.
  ///
  /// - Returns: The end, once it has come.
  private func carryOut(_ action: RunPlan.Action) async throws -> MoveResult? {
    switch action {
    case .start(let purpose): try await children.start(purpose)
    case .slowDown: children.isPatient = true
    case .audit: try beginAudit()
    case .end(let byForce):
      copyEnd = children.copyEnd
      // A child that is not done with its end by then comes to it alone, and is found again.
      try await children.end(
        grace: byForce ? pace.grace : pace.haltGrace, byForce: byForce,
        sparesComparison: willCompare)
      if byForce { try await removeParts() }
    case .lookAfter: try await lookAfter()
    case .judge:
      try await readToEnd()
      try await judge()
    case .record(let isStopped):
      try await readToEnd()
      return try record(isStopped: isStopped)
    case .detach: throw CancellationError()
    }
    return nil
  }

  /// Removes what a child that was killed has left of objects at a directory.
  private func removeParts() async throws {
    guard children.hasLostCopy else { return }
    try await readToEnd()
    try PartialFiles(order)?.remove { try children.journal.ledger.fate(of: $0) != nil }
  }

  /// Whether a comparison of both sides comes now.
  private var willCompare: Bool {
    plan.wish == .goOn && plan.isScanned && children.journal.trouble == nil
      && children.journal.breaker.fault == nil
  }

  private func record(isStopped: Bool) throws -> MoveResult {
    let outcome = RunOutcome(
      journal: children.journal, order: order, isScanned: plan.isScanned, copyEnd: copyEnd,
      leftOut: hasLookedAfter ? found?.leftOut : nil)
    var result = isStopped ? outcome.stopped() : try outcome.result()
    result.auditRefusal = hasLookedAfter ? found?.refusal : nil
    return result
  }

  private func observe(
    _ report: @Sendable (MoveProgress) async -> Void
  ) async throws {
    await applyLimit()
    let activity = await control?.activity()
    let now = ContinuousClock.now
    let sign = RunSign(
      sums: children.journal.ledger.sums, listed: children.journal.listed, activity: activity)
    if children.journal.breaker.isStalled(sign, at: now, limit: pace.stall) {
      children.journal.breaker.trip(children.journal.breaker.latest ?? .stalled)
    }
    let current = try progress.current(
      children.journal, activity, isScanned: plan.isScanned, at: now)
    guard current != reported else { return }
    reported = current
    await report(current)
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
    audit?.cancel()
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
