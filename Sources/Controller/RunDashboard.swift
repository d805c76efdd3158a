package import Dashboard
import FoundationEssentials
package import Migration
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
///   - first: The profile to begin with.
///   - terminal: Which terminal to use.
///   - form: How it is shown there.
///   - profiles: Finds out which profiles there are.
///   - open: Finds the service of the profile with a name.
/// - Returns: Why it ended. Unless the user left, the process ought to end by the signal that it
///   names, see `endProcess(by:)`.
/// - Throws: ``ScreenError`` when there is no terminal for it.
@MainActor
package func runDashboard(
  _ first: OpenedProfile, terminal: TerminalOptions, form: DashboardForm,
  profiles: @escaping @Sendable () -> Result<[ProfileChoice], ConfigurationError>,
  open: @escaping @Sendable (String) async -> Result<OpenedProfile, ProfileRefusal>
) async throws(ScreenError) -> ExitReason {
  var services = DashboardServices(first.services, clock: ContinuousClock(), now: { Date() })
  services.profiles = profiles
  services.open = open
  func run(
    on display: any Display, _ events: AsyncStream<TerminalEvent>, atEnd: @MainActor () -> Void
  ) async -> ExitReason {
    await DashboardRunner(
      configuration: first.configuration, services: services, display: display
    ).run(events, atEnd: atEnd)
  }
  if let screen = try screen(on: terminal, form) {
    let listener = TerminalListener(screen)
    return await run(on: ScreenDisplay(screen), screen.events, atEnd: listener.close)
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
