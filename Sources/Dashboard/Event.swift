package import Canvas
package import FoundationEssentials
package import Migration

/// Something that happened: the user, the clock or the service.
package enum Event: Equatable, Sendable {
  /// A key was pressed, so long after the dashboard opened.
  case key(Key, at: Duration)
  /// The terminal has a new size.
  case resized(Size)
  /// The program goes on after it was stopped.
  case resumed
  /// The answer to ``Effect/wake(at:)``: what the clocks show.
  case tick(Moment)
  /// There is something new about the tasks of the session that it names, or about how far the knowledge of them can be trusted.
  case tasksLoaded(TaskSnapshot)
  /// The answer to ``Effect/arrange(request:)``: the rows of the table.
  case arranged([TaskID], request: Int)
  /// The answer to ``Effect/read(_:findsKeys:request:)``: the targets of a prompt as they are now, and
  /// the keys of their stores, as far as they were found.
  case targetsRead(
    [TargetReading], keys: Result<[TaskID: TransferKeys], ConfigurationError> = .success([:]),
    request: Int)
  /// An action that is under way reached a step.
  case actionStep(TaskID, ActionStep, request: Int)
  /// An action on one task ended, so long after the dashboard opened.
  case actionEnded(ActionResult, at: Duration = .zero, request: Int)
  /// The answer to ``Effect/export(_:to:request:)``: how many tasks were written, to the file in this
  /// place, or why none were.
  case exported(Result<Int, ExportFault>, to: String, request: Int)
  /// The answer to ``Effect/ask(_:about:request:)``.
  case told(TaskAnswer, request: Int)
  /// When somebody last looked at the tasks of the session that it names.
  case lookedLast(LastLook, generation: Int = 0)
  /// The answer to ``Effect/recall(since:unseen:request:)``.
  case recalled(Recollection, request: Int)
  /// The answer to ``Effect/readProfiles``.
  case profilesRead(Result<[ProfileChoice], ConfigurationError>)
  /// The answer to ``Effect/open(profile:request:)``: what is settled for the session, and what the user
  /// should know before anything is sent.
  case opened(DashboardConfiguration, warnings: [ConfigurationError] = [], request: Int)
  /// The other answer: why that profile cannot be opened, in a line.
  case notOpened(String, request: Int)
  /// The answer to ``Effect/findKeys(of:request:)``: the keys of a new task, as far as they were found.
  case keysFound(Result<TransferKeys, ConfigurationError>, request: Int)
  /// The answer to ``Effect/create(_:request:)``: the task, or why there is none, or may be one.
  case created(Result<CreationResult, APIProblem>, request: Int)
  /// The answer to ``Effect/reportShown(request:)``: the prompt is before the user's eyes.
  case shown(request: Int)
  /// The service has said in which zone it counts the hours of bandwidth windows.
  case windowZone(WindowZone, generation: Int = 0)
  /// What ``Effect/copy(_:)`` asked for was not done: the text is too long for a terminal.
  case notCopied
  /// Something to tell in the footer.
  case notice(Notice)
}

/// A task that was made.
package struct CreationResult: Equatable, Sendable {
  /// The task.
  package var task: TaskTarget
  /// A remark, such as that the answer was lost and the task was found in the list.
  package var remark: ActionRemark?

  /// A task that was made.
  package init(task: TaskTarget, remark: ActionRemark? = nil) {
    self.task = task
    self.remark = remark
  }
}

/// A moment by both clocks.
package struct Moment: Equatable, Sendable {
  /// What a clock on the wall shows, which may be set.
  package var date: Date
  /// The time since the dashboard opened, which only grows: all ages are counted with it.
  package var elapsed: Duration

  /// A moment.
  package init(date: Date, elapsed: Duration) {
    self.date = date
    self.elapsed = elapsed
  }
}

/// All that became known of the tasks since the last time.
package struct TaskSnapshot: Equatable, Sendable {
  /// A time without an answer.
  package struct Outage: Equatable, Sendable {
    /// What the last try met with.
    package var problem: APIProblem
    /// When the next one is, from the opening of the dashboard.
    package var retryAt: Duration

    /// An outage.
    package init(problem: APIProblem, retryAt: Duration) {
      self.problem = problem
      self.retryAt = retryAt
    }
  }

  /// A part of the tasks that could not be read.
  package struct Missing: Equatable, Sendable {
    /// How many tasks at least; `nil` when that is not known.
    package var count: Int?
    /// Why the first of them is no task that can be read; empty when `problem` says more.
    package var reason: String
    /// Why a whole part was refused.
    package var problem: APIProblem?

    /// A part that could not be read.
    package init(count: Int?, reason: String = "", problem: APIProblem? = nil) {
      self.count = count
      self.reason = reason
      self.problem = problem
    }
  }

  /// Tasks that are new or not as they were.
  package var tasks: [MigrationTask]
  /// Tasks that are no longer there.
  package var removed: Set<TaskID>
  /// When this was told.
  package var moment: Moment
  /// What all that changes by itself was asked for after, from the opening of the dashboard; `nil`
  /// before the first answer.
  package var asOf: Duration?
  /// Whether pages are still on their way, so that the table shows a part only.
  package var isLoading = false
  /// Why nothing is answered; `nil` while something is.
  package var outage: Outage?
  /// What could not be read; `nil` when that is nothing.
  package var missing: Missing?
  /// The session whose service told this.
  package var generation = 0

  /// What became known.
  package init(
    tasks: [MigrationTask], removed: Set<TaskID> = [], moment: Moment, asOf: Duration?
  ) {
    self.tasks = tasks
    self.removed = removed
    self.moment = moment
    self.asOf = asOf
  }
}

/// A line for the footer.
package struct Notice: Equatable, Sendable {
  /// How serious it is.
  package enum Kind: Equatable, Sendable {
    /// For information.
    case info
    /// Something went well.
    case success
    /// Something went wrong.
    case error
  }

  /// How serious it is.
  package var kind: Kind
  /// The words, one line.
  package var text: String

  /// A line for the footer.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
