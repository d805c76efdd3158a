package import Dashboard
package import FoundationEssentials
package import Migration
package import MigrationCore

/// What a dashboard works with, apart from the terminal.
package struct DashboardServices<C: Clock>: Sendable where C.Duration == Duration {
  /// The service that has the tasks.
  package var backend: any MigrationBackend
  /// Carries out what the user confirmed.
  package var actions: ActionRunner<TaskAction>
  /// What pauses are measured with.
  package var clock: C
  /// The date.
  package var now: @Sendable () -> Date
  /// Writes down what was seen to happen to tasks; may take its time.
  package var record: @Sendable ([Happened]) -> Void
  /// What the user is to be told of what was before; may take its time.
  package var recall: @Sendable () -> Notice?

  /// Services for one dashboard.
  package init(
    backend: any MigrationBackend, actions: ActionRunner<TaskAction>, clock: C,
    now: @escaping @Sendable () -> Date,
    record: @escaping @Sendable ([Happened]) -> Void = { _ in },
    recall: @escaping @Sendable () -> Notice? = { nil }
  ) {
    self.backend = backend
    self.actions = actions
    self.clock = clock
    self.now = now
    self.record = record
    self.recall = recall
  }
}
