import Controller
import Dashboard
import Foundation
import MigrationAPI
import Terminal

/// Opens the dashboard on a service.
struct DashboardCommand {
  var screen: ScreenOptions

  /// Runs until the user leaves, and ends the process by the signal when one asked for it.
  ///
  /// - Throws: ``Failure`` or ``FilterError``.
  func run(on connection: Connection) async throws {
    let reason = try await show(connection)
    if let signal = reason.signal { endProcess(by: signal) }
  }

  /// Runs until the user leaves, and says why it ended.
  ///
  /// - Throws: ``Failure`` when there is no terminal for it, ``FilterError``.
  func show(_ connection: Connection) async throws -> ExitReason {
    let filter = screen.filter ?? ""
    _ = try TaskFilter(filter)
    let environment = Environment.current
    let configuration = DashboardConfiguration(
      profile: connection.profile, endpoint: connection.endpoint.description,
      isReadOnly: screen.readOnly || connection.isReadOnly, isProtected: connection.isProtected,
      isASCII: screen.ascii,
      refreshInterval: screen.refresh.map { .seconds($0) } ?? connection.refresh, filter: filter)
    let backend = connection.backend
    let actions = ActionRunner(
      backend: backend, journal: Journal(path: FerryPaths(environment: environment).journal),
      profile: connection.profile)
    do {
      return try await runDashboard(
        configuration: configuration, backend: backend, actions: actions,
        terminal: TerminalOptions(
          environment: environment, color: ColorChoice(rawValue: screen.color.rawValue) ?? .auto))
    } catch {
      throw Failure(Failure.failed, error.description)
    }
  }
}
