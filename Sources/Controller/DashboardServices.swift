package import Dashboard
package import FoundationEssentials
package import Migration
package import MigrationCore

/// The keys of tasks for both sides, as far as they were found, or what keeps them from being found.
package typealias FoundKeys = Result<[TaskID: TransferKeys], ConfigurationError>

/// What became of tasks that were to be written to a file: how many were, or why none, and where it is.
package typealias ExportEnd = (outcome: Result<Int, ExportFault>, file: String)

/// What a dashboard works with, apart from the terminal.
package struct DashboardServices<C: Clock>: Sendable where C.Duration == Duration {
  /// The service that has the tasks.
  package var backend: any MigrationBackend
  /// Carries out what the user confirmed.
  package var actions: ActionRunner<TaskAction>
  /// Finds the keys of tasks that are to be started, without asking anybody.
  package var findKeys: @Sendable ([MigrationTask]) async -> FoundKeys
  /// Asks for the zone in which the service counts the hours of bandwidth windows.
  package var windowZone: @Sendable () async -> WindowZone?
  /// What pauses are measured with.
  package var clock: C
  /// The date.
  package var now: @Sendable () -> Date
  /// Writes tasks to the file of this name; may take its time.
  package var export: @Sendable (OrderedTasks, ExportFormat, String) -> ExportEnd
  /// Writes down what was seen to happen to tasks; may take its time.
  package var record: @Sendable ([Happened]) -> Void
  /// What the user is to be told of what was before; may take its time.
  package var recall: @Sendable () -> Notice?

  /// Services for one dashboard.
  package init(
    backend: any MigrationBackend, actions: ActionRunner<TaskAction>, clock: C,
    now: @escaping @Sendable () -> Date,
    record: @escaping @Sendable ([Happened]) -> Void = { _ in },
    recall: @escaping @Sendable () -> Notice? = { nil },
    windowZone: @escaping @Sendable () async -> WindowZone? = { nil },
    findKeys: @escaping @Sendable ([MigrationTask]) async -> FoundKeys = { _ in .success([:]) },
    export: @escaping @Sendable (OrderedTasks, ExportFormat, String) -> ExportEnd = {
      (.success($0.count), $2)
    }
  ) {
    self.backend = backend
    self.actions = actions
    self.clock = clock
    self.now = now
    self.record = record
    self.recall = recall
    self.windowZone = windowZone
    self.findKeys = findKeys
    self.export = export
  }
}
