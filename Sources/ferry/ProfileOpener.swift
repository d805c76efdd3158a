import Controller
import Dashboard
import Foundation
import Migration
import MigrationCore
import SystemPackage
import Words

/// Opens profiles for the dashboard, each with its own service, credentials and records.
struct ProfileOpener: Sendable {
  /// The service that the dashboard began with.
  let first: Connection
  /// What was said about it; `nil` for a service that no configuration knows.
  let choice: ConnectionChoice?
  /// What is settled for every profile; the rest comes from each.
  let base: DashboardConfiguration
  /// The pause between two refreshes that was asked for, above those of the profiles.
  let refresh: Duration?
  /// Whether the tasks of the first service end with the program, so that no record of them is kept.
  let isThrowAway: Bool
  let environment: [String: String]

  /// The profile that the dashboard begins with, of which warnings were given already.
  var opened: OpenedProfile { opened(first, isThrowAway: isThrowAway, warnings: []) }

  /// The profiles that can be opened.
  func profiles() -> Result<[ProfileChoice], ConfigurationError> {
    let own = ProfileChoice(name: first.profile, endpoint: first.endpoint.description)
    // The configuration of a demo knows of no others, and its `local` would be the user's own without theirs.
    if isThrowAway { return .success([own]) }
    return Result { () throws(ConfigurationError) in
      let configured = try ProfileOverview.all(environment: environment).profiles
        .map(ProfileChoice.init)
      if configured.contains(where: { $0.name == first.profile }) { return configured }
      return [own] + configured
    }
  }

  /// Opens the profile with this name, as it is configured now; nobody is asked anything.
  func open(_ name: String) async -> Result<OpenedProfile, ProfileRefusal> {
    do {
      let connection = try connection(name)
      if connection.isLocal {
        try await LocalServiceStarter(environment: environment).ensureRunning()
      }
      let isFirst = isThrowAway && name == first.profile
      return .success(
        opened(connection, isThrowAway: isFirst, warnings: connection.warnings))
    } catch let error as ConfigurationError {
      return .failure(ProfileRefusal(error.line))
    } catch let failure as Failure {
      return .failure(ProfileRefusal(failure.line ?? name))
    } catch {
      return .failure(ProfileRefusal("\(error)"))
    }
  }

  private func connection(_ name: String) throws(ConfigurationError) -> Connection {
    if isThrowAway, name != first.profile {
      throw .noProfile(
        Quoted(name), path: FerryPaths(environment: environment).configuration.string,
        known: [first.profile])
    }
    guard name == first.profile else { return try resolve(ConnectionChoice(profile: name)) }
    guard let choice, choice.endpoint == nil else { return first }
    let connection = try resolve(choice)
    // Another profile may have become the default meanwhile.
    return connection.profile == name ? connection : try resolve(ConnectionChoice(profile: name))
  }

  private func resolve(_ choice: ConnectionChoice) throws(ConfigurationError) -> Connection {
    try Connection.resolve(choice, environment: environment)
  }

  private func opened(
    _ connection: Connection, isThrowAway: Bool, warnings: [ConfigurationError]
  ) -> OpenedProfile {
    var configuration = base
    configuration.profile = connection.profile
    configuration.endpoint = connection.endpoint.description
    configuration.project = connection.projectID ?? ""
    configuration.isDemo = isThrowAway
    configuration.isReadOnly = base.isReadOnly || connection.isReadOnly
    configuration.isProtected = connection.isProtected
    configuration.refreshInterval = refresh ?? connection.refresh
    if connection.profile != first.profile { configuration.filter = "" }
    return OpenedProfile(
      configuration, services: services(connection, isThrowAway: isThrowAway), warnings: warnings)
  }

  private func services(_ connection: Connection, isThrowAway: Bool) -> SessionServices {
    let (profile, environment) = (connection.profile, environment)
    let backend = connection.backend
    var services = SessionServices(
      backend: backend,
      actions: ActionRunner(backend: backend, journal: isThrowAway ? nil : .own),
      creation: TaskCreation(
        backend: backend, journal: isThrowAway ? nil : .own, profile: profile))
    services.windowZone = { await connection.windowZone }
    services.findKeys = { tasks in
      do throws(ConfigurationError) {
        return .success(try await KeyPrompt(environment: environment).stores.keys(for: tasks))
      } catch {
        return .failure(error)
      }
    }
    services.findKeysOfNew = { task in
      do throws(ConfigurationError) {
        return .success(try await KeyPrompt(environment: environment).keysAtHand(for: task))
      } catch {
        return .failure(error)
      }
    }
    services.export = { tasks, format, name in
      let file = ExportFile(name, environment: environment)
      let outcome = Result { () throws(ExportFault) in
        try file.write { try format.text(of: tasks, on: profile) + "\n" }
        return tasks.count
      }
      return (outcome, file.path.string)
    }
    if isThrowAway { return services }
    services.record = { happened in
      // A record that cannot be written is no reason to leave the screen.
      _ = try? SeenLog.own.note(
        happened.map { SeenLog.Sight($0.what, $0.task) }, at: Date(), on: profile)
    }
    services.history = { id, limit in
      Result {
        try TaskHistory(journal: .own, seen: .own).latest(limit, task: id, on: profile)
          .reversed().compactMap(TaskEvent.init)
      }.mapError { HistoryFault("\($0)") }
    }
    let looks = LookMemory(path: FerryPaths(environment: environment).looks)
    services.lastLook = { looks.look(at: profile) }
    services.keepLook = { looks.remember($0, at: profile) }
    services.past = { date, unseen in
      Result {
        try SeenLog.own.past(
          since: date, unseen: unseen.map { SeenLog.Sight($0.happening, $0.task) }, on: profile,
          limit: Past.most)
      }.mapError { HistoryFault("\($0)") }
    }
    services.recall = {
      let actions = try? Journal.own.takeCutOff(on: profile)
      guard let actions, !actions.isEmpty else { return nil }
      return Notice(.error, Spoken.tongue.words(cutOff: actions))
    }
    return services
  }
}

extension ProfileChoice {
  fileprivate init(_ profile: ProfileOverview) {
    self.init(
      name: profile.name, endpoint: profile.endpoint ?? "", isReadOnly: profile.isReadOnly,
      isProtected: profile.isProtected, problem: profile.problems.first)
  }
}
