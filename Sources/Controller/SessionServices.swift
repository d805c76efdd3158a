package import Dashboard
package import FoundationEssentials
package import Migration
package import MigrationCore

/// The keys of tasks for both sides, as far as they were found, or what keeps them from being found.
package typealias FoundKeys = Result<[TaskID: TransferKeys], ConfigurationError>

/// What became of tasks that were to be written to a file: how many were, or why none, and where it is.
package typealias ExportEnd = (outcome: Result<Int, ExportFault>, file: String)

/// What a session works with: the service of one profile, and what is kept of it.
package struct SessionServices: Sendable {
  /// The service that has the tasks.
  package var backend: any MigrationBackend
  /// Carries out what the user confirmed.
  package var actions: ActionRunner<TaskAction>
  /// Makes tasks that the user agreed to.
  package var creation: TaskCreation
  /// Finds the keys of a new task, without asking anybody.
  package var findKeysOfNew: @Sendable (NewTask) async -> Result<TransferKeys, ConfigurationError> =
    { _ in
      .success(TransferKeys())
    }
  /// Finds the keys of tasks that are to be started, without asking anybody.
  package var findKeys: @Sendable ([MigrationTask]) async -> FoundKeys = { _ in .success([:]) }
  /// Asks for the zone in which the service counts the hours of bandwidth windows.
  package var windowZone: @Sendable () async -> WindowZone? = { nil }
  /// Writes tasks to the file of this name; may take its time.
  package var export: @Sendable (OrderedTasks, ExportFormat, String) -> ExportEnd = {
    (.success($0.count), $2)
  }
  /// Writes down what was seen to happen to tasks; may take its time.
  package var record: @Sendable ([Happened]) -> Void = { _ in }
  /// What was done to a task from here and seen to happen to it, the latest so many, newest first, or why
  /// that cannot be read; may take its time.
  package var history: @Sendable (TaskID, Int) -> Result<[TaskEvent], HistoryFault> = { _, _ in
    .success([])
  }
  /// When somebody last looked at the tasks, as far as it was kept; may take its time.
  package var lastLook: @Sendable () -> LastLook? = { nil }
  /// Keeps what was seen last; may take its time.
  package var keepLook: @Sendable (LastLook) -> Void = { _ in }
  /// What was seen to happen since a date, beside what two looks show, or why that cannot be read; may take
  /// its time.
  package var past: @Sendable (Date, [UnseenEvent]) -> Result<[PastEvent], HistoryFault> = {
    .success(
      $1.map { PastEvent(at: nil, $0.happening, TaskTarget(id: $0.task.id, name: $0.task.name)) })
  }
  /// What the user is to be told of what was before; may take its time.
  package var recall: @Sendable () -> Notice? = { nil }

  /// Services that keep nothing and find nothing, until they are told how.
  package init(
    backend: any MigrationBackend, actions: ActionRunner<TaskAction>,
    creation: TaskCreation? = nil
  ) {
    self.backend = backend
    self.actions = actions
    self.creation = creation ?? TaskCreation(backend: backend, journal: nil, profile: "")
  }
}

/// A profile that was opened.
package struct OpenedProfile: Sendable {
  /// What is settled for its session.
  package var configuration: DashboardConfiguration
  /// What the session works with.
  package var services: SessionServices
  /// What the user should know before anything is sent.
  package var warnings: [ConfigurationError]

  /// A profile that was opened.
  package init(
    _ configuration: DashboardConfiguration, services: SessionServices,
    warnings: [ConfigurationError] = []
  ) {
    self.configuration = configuration
    self.services = services
    self.warnings = warnings
  }
}

/// Why the history cannot be read.
package struct HistoryFault: Error {
  /// What is wrong, as the system says it.
  package var reason: String

  /// A fault.
  package init(_ reason: String) {
    self.reason = reason
  }
}

/// Why a profile cannot be opened.
package struct ProfileRefusal: Error {
  /// What is wrong and what to do about it, in a line for the user.
  package var line: String

  /// A refusal that is told in `line`.
  package init(_ line: String) {
    self.line = line
  }
}
