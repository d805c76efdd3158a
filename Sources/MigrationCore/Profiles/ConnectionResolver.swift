import Migration
import OMSClient
import SystemPackage

/// Puts together what options, environment and profile say: in this order, the first wins.
struct ConnectionResolver {
  let choice: ConnectionChoice
  /// The profile's name, or what stands for it.
  let name: String
  let profile: Profile
  /// What the configuration file has wrong about this profile.
  var remarks: [ConfigurationFile.Remark] = []
  /// The environment, without the variables that are set to nothing.
  let environment: [String: String]
  let paths: FerryPaths
  /// Whether the built-in profile is meant.
  var isLocal = false

  /// The service that `choice` means.
  static func chosen(
    _ choice: ConnectionChoice, environment: [String: String]
  ) throws(ConfigurationError) -> ConnectionResolver {
    let environment = environment.filter { !$0.value.isEmpty }
    let paths = FerryPaths(environment: environment)
    guard choice.endpoint == nil else {
      guard choice.profile == nil else {
        throw .profileAndEndpoint
      }
      return ConnectionResolver(
        choice: choice, name: "endpoint", profile: Profile(), environment: environment,
        paths: paths)
    }
    let file = try ConfigurationFile(path: paths.configuration)
    if let remark = file.remarks.first(where: { $0.profile == nil }) { throw remark.fault }
    let name = choice.profile ?? file.defaultProfile ?? Connection.localProfile
    return try named(name, in: file, choice: choice, environment: environment, paths: paths)
  }

  /// The profile `name`, which may be the built-in one.
  static func named(
    _ name: String, in file: ConfigurationFile, choice: ConnectionChoice = ConnectionChoice(),
    environment: [String: String], paths: FerryPaths
  ) throws(ConfigurationError) -> ConnectionResolver {
    guard let profile = file.profiles[name] ?? (name == Connection.localProfile ? Profile() : nil)
    else {
      throw .noProfile(
        Quoted(name), path: paths.configuration.string,
        known: (file.profiles.keys + [Connection.localProfile]).sorted())
    }
    return ConnectionResolver(
      choice: choice, name: name, profile: profile, remarks: file.remarks(on: name),
      environment: environment, paths: paths, isLocal: file.profiles[name] == nil)
  }

  /// The connection.
  func connection(password: (String) -> Secret?) throws(ConfigurationError) -> Connection {
    if let remark = remarks.first { throw remark.fault }
    let api = try api
    let endpoint = try endpoint
    let found = try found(for: endpoint)
    let sendsToken = found.origin == .token && !buysKeys
    if sendsToken, !endpoint.keepsSecrets { throw .openToken(endpoint) }
    let projectID = projectID(for: endpoint) ?? found.projectID
    var (credentials, login) = try source(of: found, projectID: projectID, password: password)
    if buysKeys { credentials = try temporaryKeys(for: credentials, found) }
    let project: any ProjectSource =
      if let projectID {
        KnownProject(id: projectID)
      } else if let login {
        login
      } else {
        try lookup(with: credentials, found)
      }
    var connection = Connection(
      profile: name, endpoint: endpoint, project: project, api: api, credentials: credentials,
      origin: buysKeys ? .temporaryKeys(by: found.origin) : found.origin)
    connection.isReadOnly = profile.isReadOnly ?? false
    connection.isProtected = profile.isProtected ?? false
    connection.refresh = profile.refresh ?? connection.refresh
    connection.isLocal = isLocal
    connection.versions = paths.versions
    connection.refusals = paths.refusals
    connection.warnings = [found.warning, projectWarning].compactMap(\.self)
    if !endpoint.isPrivate, endpoint.isTrusted { connection.warnings.append(.openPath(endpoint)) }
    return connection
  }

  /// What lets the user in, without the rest of a connection.
  func credentials() throws(ConfigurationError) -> any CredentialSource {
    if let remark = remarks.first { throw remark.fault }
    let endpoint = try endpoint
    let found = try found(for: endpoint)
    let projectID = projectID(for: endpoint) ?? found.projectID
    let (credentials, _) = try source(of: found, projectID: projectID) { _ in nil }
    return buysKeys ? try temporaryKeys(for: credentials, found) : credentials
  }

  /// The version of the API.
  var api: APIChoice {
    get throws(ConfigurationError) {
      if let text = choice.api { return try APIChoice(text) }
      return profile.api ?? .auto
    }
  }

  /// Where the service listens.
  package var endpoint: Endpoint {
    get throws(ConfigurationError) {
      if isLocal { return Endpoint(socket: paths.socket.string) }
      return try reached(try address)
    }
  }

  private var address: Endpoint {
    get throws(ConfigurationError) {
      if let text = choice.endpoint { return try Endpoint(text) }
      if let endpoint = profile.endpoint { return endpoint }
      if let region = try region { return try region.endpoint(of: "oms") }
      throw .noEndpoint(profile: name)
    }
  }

  private func reached(_ endpoint: Endpoint) throws(ConfigurationError) -> Endpoint {
    var endpoint = try NetworkSettings(environment: environment, profile: profile)
      .reached(endpoint)
    endpoint.isTrusted = profile.allowsPlainHTTP ?? false
    return endpoint
  }

  /// The region, as far as anything names one.
  package var region: Region? {
    get throws(ConfigurationError) {
      if isLocal { return nil }
      if isNamed, let region = profile.region { return region }
      if let text = environment["HUAWEICLOUD_SDK_REGION"] { return try Region(text) }
      if let region = profile.region { return region }
      let address = try choice.endpoint.map { text throws(ConfigurationError) in
        try Endpoint(text)
      }
      return (address ?? profile.endpoint).flatMap(Region.init(of:))
    }
  }

  /// Where the region's identity service listens; a file with keys may name another one.
  func identityEndpoint(
    _ found: CredentialLookup.Found
  ) throws(ConfigurationError) -> Endpoint? {
    guard let address = try identityAddress(found) else { return nil }
    return try reached(address)
  }

  private func identityAddress(
    _ found: CredentialLookup.Found
  ) throws(ConfigurationError) -> Endpoint? {
    if isNamed, let endpoint = profile.identityEndpoint { return endpoint }
    if let text = environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] { return try Endpoint(text) }
    if let endpoint = profile.identityEndpoint { return endpoint }
    if let text = found.identityEndpoint { return try Endpoint(text) }
    return try region?.endpoint(of: "iam")
  }

  /// The project's id, or `nil` when it has to be looked up.
  func projectID(for endpoint: Endpoint) -> String? {
    if isLocal { return choice.projectID ?? Connection.localProfile }
    return choice.projectID ?? (isNamed ? profile.projectID : nil) ?? environmentProject
      ?? profile.projectID ?? (endpoint.isSocket ? Connection.localProfile : nil)
  }

  private var environmentProject: String? { environment["HUAWEICLOUD_SDK_PROJECT_ID"] }

  /// Whether a token buys keys, which then sign.
  private var buysKeys: Bool { profile.buysTemporaryKeys ?? false }

  /// Whether the profile was named as an option, so that what it says stands above the environment.
  private var isNamed: Bool { choice.profile != nil }

  /// That the tasks of another project than the profile's are meant.
  private var projectWarning: ConfigurationError? {
    guard !isNamed, choice.projectID == nil, let own = profile.projectID,
      let other = environmentProject, other != own
    else { return nil }
    return .projectReplaced(profile: name, by: "HUAWEICLOUD_SDK_PROJECT_ID")
  }

  /// The credentials, as far as they are there without asking anybody.
  func found(for endpoint: Endpoint) throws(ConfigurationError) -> CredentialLookup.Found {
    guard !endpoint.isSocket else { return CredentialLookup.Found(origin: .socket, .fixed(.none)) }
    return try CredentialLookup(
      environment: environment, sdkFile: paths.sdkCredentials, profile: name
    ).credentials(from: profile.credentials)
  }
}
