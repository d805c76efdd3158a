import FoundationEssentials
import Migration

/// The runs of tasks while they last, and what time does to those that wait.
extension TaskMachine {
  /// Notes how far a run is; of a run that is over nothing is noted.
  mutating func note(_ progress: MoveProgress, of attempt: RunAttempt) {
    guard var run = runs[attempt.task], run.attempt == attempt else { return }
    run.task.progress = run.total(progress)
    run.isUnsaved = true
    runs[attempt.task] = run
    board.note(run.task)
  }

  /// Writes down the end of a run and lets the next task run; of a run that is over nothing.
  ///
  /// A stop that was asked for has the last word, whatever the run has come to.
  ///
  /// - Throws: When it could not be written; the run is then not over yet.
  mutating func end(_ attempt: RunAttempt, _ result: MoveResult, at now: Date) throws {
    guard let run = runs[attempt.task], run.attempt == attempt else { return }
    var task = run.task
    // A run that broke off knows no more than what it has told before.
    if let unmoved = result.unmoved {
      task.progress = run.total(result.progress)
      let failed = task.definition.shown.recordsFailures ? unmoved.failed : 0
      task.unmoved = UnmovedLists(run: attempt.number, failed: failed, leftOut: unmoved.leftOut)
    }
    task.run.elapsedBefore = task.elapsed(at: now)
    task.end(run.end(result, task.progress))
    let notice = task.noteEnd(tells: settings.tells, at: now)
    try commit([.end(task, notice)])
    if notice != nil { order(.postNotices) }
    runs[attempt.task] = nil
    if task.state == .succeeded { order(.tidy(task.id, lists: task.unmoved.run)) }
    perform(scheduler.ended(attempt.task), at: now)
  }

  /// Writes down how far the running tasks are.
  mutating func saveProgress() {
    let unsaved = runs.values.filter(\.isUnsaved)
    guard !unsaved.isEmpty else { return }
    attempt("save progress") { machine in
      // Readers have seen it already.
      try machine.store.commit(unsaved.map { .update($0.task) })
      for run in unsaved { machine.runs[run.attempt.task]?.isUnsaved = false }
    }
  }

  /// A second has passed: limits follow the windows, and postponed launches are tried again.
  mutating func tick(at now: Date) {
    perform(scheduler.tick(at: settings.zone.minute(at: now)), at: now)
    admit(at: now)
  }

  /// Lets tasks fail that have waited too long.
  mutating func expire(at now: Date) {
    let limit = now.addingTimeInterval(-Double(settings.waitingTime.milliseconds) / 1000)
    attempt("expire waiting tasks") { machine in
      for id in try machine.store.waiting(since: limit) {
        guard var task = try machine.store.task(id) else { continue }
        task.end(
          .failed(TaskFailure(code: "TRF.0003", message: "The task has waited too long.")))
        let notice = task.noteEnd(tells: machine.settings.tells, at: now)
        try machine.commit([.end(task, notice)])
        if notice != nil { machine.order(.postNotices) }
        machine.scheduler.remove(id)
      }
    }
  }

  /// Does something that is tried again later when it fails.
  private mutating func attempt(_ what: String, _ body: (inout TaskMachine) throws -> Void) {
    do {
      try body(&self)
    } catch {
      order(.report(what, nil, "\(error)"))
    }
  }
}

extension StoredTask {
  fileprivate mutating func end(_ end: MoveResult.End) {
    switch end {
    case .succeeded: state = .succeeded
    case .stopped: state = .stopped
    case .failed(let failure):
      state = .failed
      self.failure = failure
    }
  }
}
