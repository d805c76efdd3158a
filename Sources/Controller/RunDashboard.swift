package import Dashboard
import FoundationEssentials
package import Migration
package import MigrationCore
package import Terminal

/// Shows the dashboard on a terminal until the user leaves.
///
/// - Parameters:
///   - configuration: What is settled beforehand.
///   - backend: The service that has the tasks.
///   - actions: Carries out what the user confirms.
///   - terminal: Which terminal to use.
///   - record: Writes down what was seen to happen to tasks.
///   - recall: What the user is to be told of what was before.
///   - windowZone: Asks for the zone of bandwidth windows.
///   - findKeys: Finds the keys of tasks that are to be started, without asking anybody.
/// - Returns: Why it ended. Unless the user left, the process ought to end by the signal that it
///   names, see `endProcess(by:)`.
/// - Throws: ``ScreenError`` when there is no terminal for it.
@MainActor
package func runDashboard(
  configuration: DashboardConfiguration, backend: any MigrationBackend,
  actions: ActionRunner<TaskAction>, terminal: TerminalOptions,
  record: @escaping @Sendable ([Happened]) -> Void, recall: @escaping @Sendable () -> Notice?,
  windowZone: @escaping @Sendable () async -> WindowZone?,
  findKeys: @escaping @Sendable ([MigrationTask]) async -> FoundKeys
) async throws(ScreenError) -> ExitReason {
  let screen = try Screen(terminal)
  let listener = TerminalListener(screen)
  let services = DashboardServices(
    backend: backend, actions: actions, clock: ContinuousClock(), now: { Date() }, record: record,
    recall: recall, windowZone: windowZone, findKeys: findKeys)
  let runner = DashboardRunner(configuration: configuration, services: services, display: screen)
  return await runner.run(screen.events, atEnd: listener.close)
}
