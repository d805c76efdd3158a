import ArgumentParser
import Controller
import Dashboard
import Foundation
import Migration
import MigrationCore
import Terminal
import Words

/// `ferry` without a subcommand: the dashboard.
struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: .of(.dashboard),
    discussion: .of(.dashboard, example: "ferry dashboard --refresh 5 --filter state:running"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var screen: ScreenOptions

  func run() async throws {
    let reason = try await Self.show(connection.resolve(), connection.choice, screen: screen)
    if let signal = reason.signal { endProcess(by: signal) }
  }

  /// Runs until the user leaves, and says why it ended; the signal, if there is one, is for
  /// the caller to end by.
  ///
  /// - Parameters:
  ///   - connection: The service to begin with.
  ///   - choice: What was said about it; `nil` for one that no configuration knows.
  ///   - screen: How the dashboard looks and behaves.
  ///   - demo: The environment of a demo, whose tasks end with the program, so that no record of them is
  ///     kept; `nil` for what stays.
  /// - Returns: Why it ended.
  /// - Throws: ``Failure`` when there is no terminal for it, or for a filter that is none.
  static func show(
    _ connection: Connection, _ choice: ConnectionChoice? = nil, screen: ScreenOptions,
    demo: [String: String]? = nil
  ) async throws -> ExitReason {
    let filter = screen.filter ?? ""
    _ = try FilterText.read(filter)
    let environment = demo ?? Environment.current
    let terminal = TerminalOptions(
      environment: environment, color: ColorChoice(rawValue: screen.color.rawValue) ?? .auto)
    let base = DashboardConfiguration(
      profile: connection.profile, isReadOnly: screen.readOnly,
      isASCII: screen.ascii || UserLocale(environment: environment).isASCII, filter: filter,
      zone: WindowZone(minutes: TimeZone.current.secondsFromGMT() / 60),
      multiplexer: terminal.multiplexer?.rawValue, language: Spoken.language)
    let opener = ProfileOpener(
      first: connection, choice: choice, base: base,
      refresh: screen.refresh.map { .seconds($0) }, isThrowAway: demo != nil,
      environment: environment)
    do {
      return try await runDashboard(
        opener.opened, terminal: terminal, form: form(screen, environment),
        profiles: opener.profiles, open: opener.open)
    } catch {
      throw Failure(Failure.failed, error.description)
    }
  }

  /// Line by line for whoever asked for it.
  private static func form(
    _ screen: ScreenOptions, _ environment: [String: String]
  ) -> DashboardForm {
    let isAccessible = environment["ACCESSIBLE"].map { !["", "0"].contains($0) } ?? false
    return screen.linear || isAccessible ? .lines : .screen
  }
}
