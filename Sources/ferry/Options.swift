import ArgumentParser
import Foundation
import Migration
import MigrationCore
import Words

/// The environment of the process.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}

/// Which service to talk to.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: .of(.profile),
    completion: Completions.profiles)
  var profile: String?

  @Option(help: .of(.endpoint))
  var endpoint: String?

  @Option(help: .of(.projectID))
  var projectID: String?

  @Option(
    help: .of(.api),
    completion: .list(["v1", "v2", "auto"]))
  var api: String?

  /// What was said about the service.
  var choice: ConnectionChoice {
    ConnectionChoice(profile: profile, endpoint: endpoint, projectID: projectID, api: api)
  }

  /// The service, and its local one started when it does not run yet.
  ///
  /// - Throws: ``ConfigurationError``, or ``Failure`` when the local service cannot be started.
  func resolve() async throws -> Connection {
    let connection = try connection()
    for warning in connection.warnings { Console.error(warning.line) }
    if connection.isLocal {
      try await LocalServiceStarter(environment: Environment.current).ensureRunning()
    }
    return connection
  }

  /// The service, whether it runs or not.
  ///
  /// - Throws: ``ConfigurationError``.
  func connection() throws(ConfigurationError) -> Connection {
    try Connection.resolve(
      choice, environment: Environment.current, password: Console.askHidden)
  }

  /// The service, when its profile allows changes.
  ///
  /// - Parameter isDry: Whether nothing will be changed, so that any profile will do.
  /// - Returns: The service.
  /// - Throws: As ``resolve()`` does, and ``Failure`` for a read-only profile.
  func resolveForChange(isDry: Bool = false) async throws -> Connection {
    let connection = try await resolve()
    guard isDry || !connection.isReadOnly else { throw Self.readOnly(connection) }
    return connection
  }

  /// That a profile allows no changes.
  static func readOnly(_ connection: Connection) -> Failure {
    Failure(Failure.failed, .isReadOnly(profile: connection.profile))
  }
}

extension Connection {
  /// Tells whoever is at a terminal by which clocks the hours of `windows` are counted.
  func tellZone(of windows: [BandwidthWindow]) async {
    guard Console.showsErrors, let zone = await zone(of: windows) else { return }
    Console.progress(Spoken.tongue.words(Finding.windowZone(zone)))
  }
}

extension Journal {
  /// The journal of this user.
  static var own: Journal {
    // A record is read by whoever comes later, so it is kept in one language.
    Journal(path: FerryPaths(environment: Environment.current).journal) { problem, remark in
      problem.map(English().line) ?? remark.map(English().words)
    }
  }
}

extension SeenLog {
  /// The record of this user of what was seen.
  static var own: SeenLog {
    SeenLog(path: FerryPaths(environment: Environment.current).seen, journal: .own)
  }
}

/// How the dashboard looks and behaves.
struct ScreenOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: .of(.refresh))
  var refresh: Double?

  @Flag(help: .of(.readOnly))
  var readOnly = false

  @Option(help: .of(.color))
  var color: Color = .auto

  @Flag(help: .of(.ascii))
  var ascii = false

  @Flag(help: .of(.linear))
  var linear = false

  @Option(help: .of(.firstFilter), completion: Completions.filters)
  var filter: String?

  func validate() throws {
    if let refresh, !(0.1...86_400).contains(refresh) {
      throw ValidationError(.refreshRange)
    }
  }
}

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// How lists are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}
