import SystemPackage

/// What the user said on the command line about the service to talk to.
package struct ConnectionChoice: Equatable, Sendable {
  /// The name of a profile.
  package var profile: String?
  /// An address, instead of a profile.
  package var endpoint: String?
  /// The project, above that of the profile.
  package var projectID: String?
  /// `v1` or `v2`, above that of the profile.
  package var api: String?

  /// A choice; without arguments none, which means the default profile.
  package init(
    profile: String? = nil, endpoint: String? = nil, projectID: String? = nil, api: String? = nil
  ) {
    self.profile = profile
    self.endpoint = endpoint
    self.projectID = projectID
    self.api = api
  }
}

/// A service to talk to, with all that is needed for it.
package struct Connection: Equatable, Sendable {
  /// The name that the screen and the journal show.
  package var profile: String
  /// Where the service listens.
  package var endpoint: Endpoint
  /// The project whose tasks are meant.
  package var projectID: String
  /// What lets the user in.
  package var credentials: Credentials
  /// Whether nothing may be changed.
  package var isReadOnly: Bool
  /// Whether an action wants the profile's name typed.
  package var isProtected: Bool
  /// The pause between two refreshes.
  package var refresh: Duration
  /// Whether this is the local service, which is started when it does not run.
  package var isLocal: Bool

  /// The name of the built-in profile.
  package static let localProfile = "local"

  /// A connection.
  package init(
    profile: String, endpoint: Endpoint, projectID: String, credentials: Credentials,
    isReadOnly: Bool = false, isProtected: Bool = false, refresh: Duration = .seconds(1),
    isLocal: Bool = false
  ) {
    self.profile = profile
    self.endpoint = endpoint
    self.projectID = projectID
    self.credentials = credentials
    self.isReadOnly = isReadOnly
    self.isProtected = isProtected
    self.refresh = refresh
    self.isLocal = isLocal
  }

  /// The client for this connection.
  package var backend: any MigrationBackend {
    V1Client(endpoint: endpoint, projectID: projectID, credentials: credentials)
  }

  /// Finds out which service is meant: options first, then the environment, then the profile.
  ///
  /// - Throws: ``ConfigurationError`` that names what is missing and how to give it.
  package static func resolve(
    _ choice: ConnectionChoice, environment: [String: String]
  ) throws(ConfigurationError) -> Connection {
    // A variable that is set to nothing is one that is not set.
    let environment = environment.filter { !$0.value.isEmpty }
    let paths = FerryPaths(environment: environment)
    if choice.endpoint != nil, choice.profile != nil {
      throw ConfigurationError("give --profile or --endpoint, not both")
    }
    var profile = Profile()
    var name = "endpoint"
    if choice.endpoint == nil {
      let file = try ConfigurationFile(path: paths.configuration)
      name = choice.profile ?? file.defaultProfile ?? localProfile
      if let named = file.profiles[name] {
        profile = named
      } else if name == localProfile {
        return try local(choice, paths: paths)
      } else {
        let known = (file.profiles.keys + [localProfile]).sorted().joined(separator: ", ")
        throw ConfigurationError(
          "there is no profile '\(name)' in \(paths.configuration); known are: \(known)")
      }
    }
    return try remote(choice, name: name, profile: profile, environment: environment, paths: paths)
  }

  private static func local(
    _ choice: ConnectionChoice, paths: FerryPaths
  ) throws(ConfigurationError) -> Connection {
    try checkVersion(choice.api)
    return Connection(
      profile: localProfile, endpoint: Endpoint(socket: paths.socket.string),
      projectID: choice.projectID ?? localProfile, credentials: .none, isLocal: true)
  }

  private static func remote(
    _ choice: ConnectionChoice, name: String, profile: Profile, environment: [String: String],
    paths: FerryPaths
  ) throws(ConfigurationError) -> Connection {
    try checkVersion(choice.api ?? profile.api)
    let region = environment["HUAWEICLOUD_SDK_REGION"] ?? profile.region
    let ofRegion = region.map { "https://oms.\($0).myhuaweicloud.com" }
    guard let address = choice.endpoint ?? profile.endpoint ?? ofRegion else {
      throw ConfigurationError("profile '\(name)' has neither an endpoint nor a region; add one")
    }
    let endpoint = try Endpoint(address)
    let isSocket = if case .socket = endpoint.place { true } else { false }
    let project = choice.projectID ?? environment["HUAWEICLOUD_SDK_PROJECT_ID"] ?? profile.projectID
    guard let project = project ?? (isSocket ? localProfile : nil), !project.isEmpty else {
      throw ConfigurationError(
        "no project; give --project-id, set HUAWEICLOUD_SDK_PROJECT_ID, "
          + "or add project_id to the profile")
    }
    let lookup = CredentialLookup(environment: environment, sdkFile: paths.sdkCredentials)
    let seconds = profile.refreshSeconds ?? 1
    guard seconds.isFinite, (0.1...86_400).contains(seconds) else {
      throw ConfigurationError("refresh_seconds of profile '\(name)' is not between 0.1 and 86400")
    }
    return Connection(
      profile: name, endpoint: endpoint, projectID: project,
      credentials: isSocket ? .none : try lookup.credentials(from: profile.credentials),
      isReadOnly: profile.isReadOnly ?? false, isProtected: profile.isProtected ?? false,
      refresh: .seconds(seconds))
  }

  private static func checkVersion(_ api: String?) throws(ConfigurationError) {
    switch api {
    case nil, "v1", "auto": return
    case "v2":
      throw ConfigurationError("API v2 is not supported yet; give --api v1")
    case .some(let other):
      throw ConfigurationError("'\(other)' is not an API version; give --api v1")
    }
  }
}
