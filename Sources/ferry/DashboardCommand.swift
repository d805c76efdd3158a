import ArgumentParser
import Controller
import Dashboard
import Foundation
import Migration
import MigrationCore
import SystemPackage
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
    let reason = try await Self.show(connection.resolve(), screen: screen)
    if let signal = reason.signal { endProcess(by: signal) }
  }

  /// Runs until the user leaves, and says why it ended; the signal, if there is one, is for
  /// the caller to end by.
  ///
  /// - Parameters:
  ///   - connection: The service.
  ///   - screen: How the dashboard looks and behaves.
  ///   - isThrowAway: Whether the tasks end with the program, so that no record of them is kept.
  /// - Returns: Why it ended.
  /// - Throws: ``Failure`` when there is no terminal for it, or for a filter that is none.
  static func show(
    _ connection: Connection, screen: ScreenOptions, isThrowAway: Bool = false
  ) async throws -> ExitReason {
    let filter = screen.filter ?? ""
    _ = try FilterText.read(filter)
    let environment = Environment.current
    let terminal = TerminalOptions(
      environment: environment, color: ColorChoice(rawValue: screen.color.rawValue) ?? .auto)
    let configuration = DashboardConfiguration(
      profile: connection.profile, endpoint: connection.endpoint.description,
      isReadOnly: screen.readOnly || connection.isReadOnly, isProtected: connection.isProtected,
      isASCII: screen.ascii || UserLocale(environment: environment).isASCII,
      refreshInterval: screen.refresh.map { .seconds($0) } ?? connection.refresh, filter: filter,
      zone: WindowZone(minutes: TimeZone.current.secondsFromGMT() / 60),
      multiplexer: terminal.multiplexer?.rawValue, language: Spoken.language)
    let backend = connection.backend
    let actions = ActionRunner(backend: backend, journal: isThrowAway ? nil : .own)
    do {
      return try await runDashboard(
        configuration: configuration, backend: backend, actions: actions,
        terminal: terminal, form: form(screen, environment),
        record: { happened in
          guard !isThrowAway else { return }
          // A record that cannot be written is no reason to leave the screen.
          _ = try? SeenLog.own.note(
            happened.map { SeenLog.Sight($0.what, $0.task) }, at: Date(), on: configuration.profile)
        },
        recall: {
          let actions = isThrowAway ? [] : try? Journal.own.takeCutOff(on: configuration.profile)
          guard let actions, !actions.isEmpty else { return nil }
          return Notice(.error, Spoken.tongue.words(cutOff: actions))
        },
        windowZone: { await connection.windowZone },
        findKeys: { tasks in
          do throws(ConfigurationError) {
            return .success(try await KeyPrompt(environment: environment).stores.keys(for: tasks))
          } catch {
            return .failure(error)
          }
        },
        export: { tasks, format, name in
          let file = ExportFile(name, environment: environment)
          let outcome = Result { () throws(ExportFault) in
            try file.write { try format.text(of: tasks, on: configuration.profile) + "\n" }
            return tasks.count
          }
          return (outcome, file.path.string)
        })
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
