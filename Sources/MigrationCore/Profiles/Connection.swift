package import Migration
package import OMSClient
package import SystemPackage

/// A service to talk to, with all that is needed for it.
package struct Connection: Sendable {
  /// The name that the screen and the journal show.
  package var profile: String
  /// Where the service listens.
  package var endpoint: Endpoint
  /// The project whose tasks are meant.
  package var project: any ProjectSource
  /// The version of the API to speak.
  package var api: APIChoice
  /// What lets the user in.
  package var credentials: any CredentialSource
  /// Where that came from.
  package var origin: CredentialOrigin
  /// Whether nothing may be changed.
  package var isReadOnly = false
  /// Whether an action wants the profile's name typed.
  package var isProtected = false
  /// The pause between two refreshes.
  package var refresh = Duration.seconds(1)
  /// Whether this is the local service, which is started when it does not run.
  package var isLocal = false
  /// The file that keeps which keys were refused; `nil` when nothing is to be left behind.
  package var refusals: FilePath?
  /// The file that keeps which versions services speak; `nil` when nothing is to be left behind.
  package var versions: FilePath?
  /// What the user should know before anything is sent.
  package var warnings: [ConfigurationError] = []

  /// The name of the built-in profile.
  package static let localProfile = "local"

  /// A connection to one project with credentials that are known.
  ///
  /// - Parameters:
  ///   - profile: The name that the screen and the journal show.
  ///   - endpoint: Where the service listens.
  ///   - projectID: The project whose tasks are meant.
  ///   - credentials: What lets the user in.
  ///   - api: The version of the API to speak.
  package init(
    profile: String, endpoint: Endpoint, projectID: String, credentials: Credentials,
    api: APIChoice = .auto
  ) {
    self.init(
      profile: profile, endpoint: endpoint, project: KnownProject(id: projectID), api: api,
      credentials: credentials, origin: .given)
  }

  init(
    profile: String, endpoint: Endpoint, project: any ProjectSource, api: APIChoice,
    credentials: any CredentialSource, origin: CredentialOrigin
  ) {
    self.profile = profile
    self.endpoint = endpoint
    self.project = project
    self.api = api
    self.credentials = credentials
    self.origin = origin
  }

  /// The project's id, or `nil` when it has to be looked up.
  package var projectID: String? { (project as? KnownProject)?.id }

  /// The client for this connection; nothing is asked before its first call.
  package var backend: any MigrationBackend {
    AutoClient(
      endpoint: endpoint, project: project, credentials: credentials, api: api,
      memory: versions.map { VersionMemory(path: $0) },
      refusals: refusals.map { RefusalMemory(path: $0) })
  }

  /// Finds out which service is meant: options first, then the environment, then the profile.
  ///
  /// - Parameters:
  ///   - choice: What the command line says.
  ///   - environment: The environment.
  ///   - password: Asks for a password that is in no variable, with the question as argument; `nil`
  ///     is no answer.
  /// - Returns: The connection; nothing has been sent yet.
  /// - Throws: ``ConfigurationError`` that names what is missing and how to give it.
  package static func resolve(
    _ choice: ConnectionChoice, environment: [String: String],
    password: (String) -> Secret? = { _ in nil }
  ) throws(ConfigurationError) -> Connection {
    try ConnectionResolver.chosen(choice, environment: environment).connection(password: password)
  }
}
