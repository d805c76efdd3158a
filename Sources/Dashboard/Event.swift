package import Canvas
package import FoundationEssentials
package import Migration

/// Something that happened: the user, the clock or the service.
package enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has a new size.
  case resized(Size)
  /// A second has passed; sent only while something on the screen depends on the time.
  case tick(Date)
  /// The service answered with what it knows.
  case tasksLoaded(TaskSnapshot)
  /// The service did not answer, or not with tasks; the next try is at `retryAt`.
  case refreshFailed(APIProblem, retryAt: Date)
  /// The answer to ``Effect/read(_:request:)``: the targets of a prompt as they are now.
  case targetsRead([TargetReading], request: Int)
  /// An action that is under way reached a step.
  case actionStep(TaskID, ActionStep, request: Int)
  /// An action on one task ended.
  case actionEnded(ActionResult, request: Int)
  /// The answer to ``Effect/reportShown(request:)``: the prompt is before the user's eyes.
  case shown(request: Int)
  /// Something to tell in the footer.
  case notice(Notice)
}

/// All that one refresh of the tasks brought.
package struct TaskSnapshot: Equatable, Sendable {
  /// The tasks that the refresh looked at.
  package var tasks: [MigrationTask]
  /// Tasks that are no longer there.
  package var removed: Set<TaskID>
  /// Whether `tasks` is everything, so that a task that is not among them is gone.
  package var isComplete: Bool
  /// When the answer came.
  package var date: Date
  /// Whether pages are still on their way, so that the table shows a part only.
  package var isLoading: Bool

  /// A snapshot, by default a complete one.
  package init(
    tasks: [MigrationTask], removed: Set<TaskID> = [], isComplete: Bool = true, date: Date,
    isLoading: Bool = false
  ) {
    self.tasks = tasks
    self.removed = removed
    self.isComplete = isComplete
    self.date = date
    self.isLoading = isLoading
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
