import FoundationEssentials
import Migration

/// A task as the store knows it.
struct StoredTask: Equatable, Sendable {
  /// The id.
  var id: TaskID
  /// The project that the task belongs to.
  var project: String
  /// The name that the service gave it.
  var name: String
  /// Where it stands; ``TaskState/stopping`` too, which v1 does not show.
  var state: TaskState
  /// Since when it waits, or did before it ran.
  var queuedAt: Date
  /// What it is to do.
  var definition: TaskDefinition
  /// How far it is, earlier runs included.
  var progress: MoveProgress
  /// The present or last run.
  var run: TaskRun
  /// Why it failed, or `nil`.
  var failure: TaskFailure?
  /// The lists of what was not moved.
  var unmoved = UnmovedLists()
  /// What has become of the notice of its end; `nil` when nobody is to be told of that.
  var notice: NoticeStanding?
  /// The group that it is a part of, or `nil`.
  var group: TaskGroupID?
  /// Whether its runs have to stay in the directories that callers from elsewhere may use.
  var isConfined = false

  /// A task that was just created, and waits.
  init(id: TaskID, project: String, name: String, definition: TaskDefinition, queuedAt: Date) {
    self.id = id
    self.project = project
    self.name = name
    state = .waiting
    self.queuedAt = queuedAt
    self.definition = definition
    progress = MoveProgress()
    run = TaskRun()
  }

  /// How long it has run altogether, at `now`.
  func elapsed(at now: Date) -> Duration {
    guard state.isMoving, let began = run.began else { return run.elapsedBefore }
    return run.elapsedBefore
      + .milliseconds(Int64(saturating: max(0, now.timeIntervalSince(began)) * 1000))
  }
}

/// One run of a task, from a launch to an end; a task that is started again has several.
struct TaskRun: Equatable, Sendable, Codable {
  /// Its number; 0 before the first launch.
  var number = 0
  /// When the first run began.
  var firstBegan: Date?
  /// When this run began; `nil` before the first launch.
  var began: Date?
  /// How long the runs before this one took; all runs once it has ended.
  var elapsedBefore: Duration = .zero
  /// What the runs before this one have done, which its own progress is added to.
  var earlier = EarlierRuns.none
  /// Whether this run is only about the objects that failed in the one before.
  var onlyFailed: Bool {
    switch earlier {
    case .failedObjects: true
    case .none, .all: false
    }
  }

  /// No run yet.
  init() {}
}

/// Where the lists are of what a task did not move: the mover has left them in the directory of a run.
struct UnmovedLists: Equatable, Sendable, Codable {
  /// The number of the run; 0 when there are no lists.
  var run = 0
  /// How many objects have failed and can be run again.
  var failed = 0
  /// How much was left out though nobody had asked for that.
  var leftOut = 0
}
