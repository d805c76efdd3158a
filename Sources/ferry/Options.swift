import ArgumentParser
import Foundation
import MigrationAPI

/// The environment of the process.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}

/// Which service to talk to.
struct ConnectionOptions: ParsableArguments {
  @Option(help: "The profile of the configuration to use; 'local' is built in.")
  var profile: String?

  @Option(help: "An address instead of a profile: https://HOST, http://HOST:PORT or unix:///PATH.")
  var endpoint: String?

  @Option(help: "The project whose tasks are meant.")
  var projectID: String?

  @Option(help: "The version of the API: v1, v2, or auto for the newest that the service speaks.")
  var api: String?

  /// The service, and its local one started when it does not run yet.
  ///
  /// - Throws: ``ConfigurationError``, or ``Failure`` when the local service cannot be started.
  func resolve() async throws -> Connection {
    let connection = try connection()
    for warning in connection.warnings { Console.error(warning) }
    if connection.isLocal {
      try await LocalServiceStarter(environment: Environment.current).ensureRunning()
    }
    return connection
  }

  /// The service, whether it runs or not.
  ///
  /// - Throws: ``ConfigurationError``.
  func connection() throws(ConfigurationError) -> Connection {
    let choice = ConnectionChoice(
      profile: profile, endpoint: endpoint, projectID: projectID, api: api)
    return try Connection.resolve(
      choice, environment: Environment.current, password: Console.askHidden)
  }
}

/// How the dashboard looks and behaves.
struct ScreenOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: "Seconds between two refreshes, from 0.1.")
  var refresh: Double?

  @Flag(help: "Show, but change nothing.")
  var readOnly = false

  @Option(help: "Whether to use colour.")
  var color: Color = .auto

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: "Begin with this filter, such as 'state:failed'.")
  var filter: String?

  func validate() throws {
    if let refresh, !(0.1...86_400).contains(refresh) {
      throw ValidationError("--refresh takes 0.1 to 86400 seconds")
    }
  }
}

/// The tasks that a command is about.
struct TargetOptions: ParsableArguments {
  @Argument(help: "Task ids.")
  var ids: [String] = []

  @Option(help: "All tasks that pass this filter, such as 'state:failed age>30d'.")
  var filter: String?

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else {
      throw ValidationError("give task ids, or --filter EXPR, but not both")
    }
    if filter?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("an empty --filter would mean every task; say what is meant")
    }
  }

  /// The ids, each once, in the order they were given.
  func taskIDs() throws -> [TaskID] {
    var seen: Set<TaskID> = []
    return try ids.map(Self.taskID).filter { seen.insert($0).inserted }
  }

  /// The id that `text` names.
  static func taskID(_ text: String) throws -> TaskID {
    guard let id = TaskID(text) else {
      throw Failure(
        Failure.usage, "'\(text)' is not a task id; ids are numbers, 'ferry list' shows them")
    }
    return id
  }
}

/// How an action is confirmed and reported.
struct ActionOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(help: "How to print the results.")
  var output: Format = .table
}
