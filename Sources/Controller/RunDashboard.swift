package import Dashboard
import FoundationEssentials
package import Migration
package import MigrationCore
package import Terminal

/// How the dashboard is shown.
package enum DashboardForm: Sendable {
  /// As a full screen; line by line where the terminal cannot place its cursor.
  case screen
  /// Line by line.
  case lines
}

/// Shows the dashboard on a terminal until the user leaves.
///
/// - Parameters:
///   - configuration: What is settled beforehand.
///   - backend: The service that has the tasks.
///   - actions: Carries out what the user confirms.
///   - terminal: Which terminal to use.
///   - form: How it is shown there.
///   - record: Writes down what was seen to happen to tasks.
///   - recall: What the user is to be told of what was before.
///   - windowZone: Asks for the zone of bandwidth windows.
///   - findKeys: Finds the keys of tasks that are to be started, without asking anybody.
///   - export: Writes tasks to the file of a name.
/// - Returns: Why it ended. Unless the user left, the process ought to end by the signal that it
///   names, see `endProcess(by:)`.
/// - Throws: ``ScreenError`` when there is no terminal for it.
@MainActor
package func runDashboard(
  configuration: DashboardConfiguration, backend: any MigrationBackend,
  actions: ActionRunner<TaskAction>, terminal: TerminalOptions, form: DashboardForm,
  record: @escaping @Sendable ([Happened]) -> Void, recall: @escaping @Sendable () -> Notice?,
  windowZone: @escaping @Sendable () async -> WindowZone?,
  findKeys: @escaping @Sendable ([MigrationTask]) async -> FoundKeys,
  export: @escaping @Sendable (OrderedTasks, ExportFormat, String) -> ExportEnd
) async throws(ScreenError) -> ExitReason {
  let services = DashboardServices(
    backend: backend, actions: actions, clock: ContinuousClock(), now: { Date() }, record: record,
    recall: recall, windowZone: windowZone, findKeys: findKeys, export: export)
  func run(
    on display: any Display, _ events: AsyncStream<TerminalEvent>, atEnd: @MainActor () -> Void
  ) async -> ExitReason {
    await DashboardRunner(configuration: configuration, services: services, display: display)
      .run(events, atEnd: atEnd)
  }
  if let screen = try screen(on: terminal, form) {
    let listener = TerminalListener(screen)
    return await run(on: screen, screen.events, atEnd: listener.close)
  }
  let lines = try LineTerminal(terminal)
  return await run(on: LineDisplay(lines), lines.events, atEnd: lines.close)
}

/// The full screen, or `nil` where none is wanted or possible.
@MainActor
private func screen(
  on terminal: TerminalOptions, _ form: DashboardForm
) throws(ScreenError) -> Screen? {
  guard form == .screen else { return nil }
  do throws(ScreenError) {
    return try Screen(terminal)
  } catch .cannotPlaceCursor {
    return nil
  }
}
