package import Migration

/// Replaces the speed limits of a task: read, judged, journalled, sent.
package struct BandwidthChange: Sendable {
  private let backend: any MigrationBackend
  private let journal: Journal?
  private let profile: String

  /// A way to change speed limits.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - journal: Where each change is written down before it is sent; `nil` only in tests.
  ///   - profile: The name of the profile, for the journal.
  package init(backend: any MigrationBackend, journal: Journal?, profile: String) {
    self.backend = backend
    self.journal = journal
    self.profile = profile
  }

  /// Replaces the limits of each of `ids`; none means no limit.
  ///
  /// - Returns: The results in the order of the ids.
  /// - Throws: ``APIProblem`` when the windows do not go together; then nothing was sent.
  package func run(
    _ windows: [BandwidthWindow], on ids: [TaskID]
  ) async throws(APIProblem) -> [ActionResult] {
    try BandwidthWindow.check(windows)
    var seen: Set<TaskID> = []
    let targets = ids.filter { seen.insert($0).inserted }.map { TaskTarget(id: $0, name: "") }
    return await inTurn(
      targets, problem: \.problem, skipped: ActionResult.init(skipping:because:)
    ) { target in await change(target, to: windows) }
  }

  private func change(_ target: TaskTarget, to windows: [BandwidthWindow]) async -> ActionResult {
    let task: MigrationTask
    do {
      task = try await backend.show(target.id)
    } catch {
      return ActionResult(target, failing: error)
    }
    if task.state == .succeeded {
      return ActionResult(
        task.target,
        failing: APIProblem(
          kind: .wrongState, code: "OMS.0086",
          sentence: "the speed limit of a task that has succeeded cannot be changed"))
    }
    if task.settings.bandwidth == windows {
      return ActionResult(task.target, .done, remark: "it has these limits already")
    }
    var changed = task
    changed.settings.bandwidth = windows
    return await Journal.keeping(
      .action("bandwidth", on: changed, profile: profile), in: journal, on: task.target
    ) { () throws(APIProblem) in
      try await backend.changeBandwidth(of: task.id, to: windows)
      return ActionResult(task.target, .done)
    }
  }
}
