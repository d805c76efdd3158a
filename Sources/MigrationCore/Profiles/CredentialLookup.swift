import FoundationEssentials
package import Migration
package import OMSClient
import PrivateFiles
package import SystemPackage

/// Finds credentials: a token, keys in the environment, a login, then the official SDKs' file.
package struct CredentialLookup: Sendable {
  /// Credentials, or what is needed to get some.
  package enum Material: Sendable {
    /// They are here.
    case fixed(Credentials)
    /// A login buys them; without a password somebody has to be asked.
    case login(user: String, account: String, password: Secret?)
    /// A command prints them.
    case command(KeyCommand)
  }

  /// What was found.
  package struct Found: Sendable {
    /// Where it was.
    package var origin: CredentialOrigin
    /// What it is.
    package var material: Material
    /// What the user should do about it.
    package var warning: ConfigurationError?
    /// The project that the official SDKs' file names beside its keys.
    package var projectID: String?
    /// The address of the identity service that this file names.
    package var identityEndpoint: String?

    init(origin: CredentialOrigin, _ material: Material, warning: ConfigurationError? = nil) {
      self.origin = origin
      self.material = material
      self.warning = warning
    }
  }

  private let environment: [String: String]
  private let sdkFile: FilePath
  private let profile: String

  /// A lookup in `environment` and the file at `sdkFile`, for the profile of this name.
  package init(environment: [String: String], sdkFile: FilePath, profile: String) {
    self.environment = environment
    self.sdkFile = sdkFile
    self.profile = profile
  }

  /// The credentials of `source`, or of the first source that has any.
  ///
  /// - Throws: ``ConfigurationError`` when there are none, with the ways to give some.
  package func credentials(
    from source: Profile.CredentialSource?
  ) throws(ConfigurationError) -> Found {
    try checkEnvironment()
    switch source {
    case .command(let command):
      return Found(origin: .command(profile: profile), .command(command))
    case .environment:
      if let fromEnvironment { return fromEnvironment }
      throw .noCredentials(.environment, sdkFile: sdkFile.string)
    case .token:
      if let found = token ?? login { return found }
      throw .noCredentials(.token, sdkFile: sdkFile.string)
    case .sdkFile:
      if let found = try fromFile() { return found }
      throw .noCredentials(.sdkFile, sdkFile: sdkFile.string)
    case nil:
      if let found = token ?? fromEnvironment ?? login { return found }
      if let found = try fromFile() { return found }
      throw .noCredentials(.anywhere, sdkFile: sdkFile.string)
    }
  }

  /// Half a pair is a mistake, and no reason to use the keys of another account.
  private func checkEnvironment() throws(ConfigurationError) {
    try KeyPair.check(
      environment, access: "HUAWEICLOUD_SDK_AK", secret: "HUAWEICLOUD_SDK_SK",
      token: "HUAWEICLOUD_SDK_SECURITY_TOKEN")
  }

  private var token: Found? {
    value("FERRY_AUTH_TOKEN").map { Found(origin: .token, .fixed(.token(Secret($0)))) }
  }

  private var fromEnvironment: Found? {
    guard let access = value("HUAWEICLOUD_SDK_AK"), let secret = value("HUAWEICLOUD_SDK_SK") else {
      return nil
    }
    let keys = StorageKeys(accessKey: access, secretKey: Secret(secret))
    let securityToken = value("HUAWEICLOUD_SDK_SECURITY_TOKEN").map { Secret($0) }
    return Found(origin: .environment, .fixed(.keys(keys, securityToken: securityToken)))
  }

  private var login: Found? {
    guard let user = value("FERRY_IAM_USER") else { return nil }
    let password = value("FERRY_IAM_PASSWORD").map { Secret($0) }
    return Found(
      origin: .login(user: user, isAsked: password == nil),
      .login(user: user, account: value("FERRY_IAM_ACCOUNT") ?? user, password: password))
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func fromFile() throws(ConfigurationError) -> Found? {
    let text: String?
    let isOpen: Bool
    do {
      text = try WrittenText.contents(of: sdkFile)
      isOpen = try text != nil && PrivateFiles.isOpenToOthers(sdkFile)
    } catch {
      throw .file(path: sdkFile.string, .unreadable(reason: "\(error)"))
    }
    guard let text else { return nil }
    let values = INIFile.section("basic", of: text)
    try KeyPair.check(
      values, access: "ak", secret: "sk", token: "security_token", in: "\(sdkFile): ")
    guard let access = values["ak"], let secret = values["sk"] else { return nil }
    let keys = StorageKeys(accessKey: access, secretKey: Secret(secret))
    let securityToken = values["security_token"].map { Secret($0) }
    var found = Found(
      origin: .sdkFile(path: sdkFile.string), .fixed(.keys(keys, securityToken: securityToken)),
      warning: isOpen ? .openKeys(path: sdkFile.string) : nil)
    found.projectID = values["project_id"]
    found.identityEndpoint = values["iam_endpoint"]
    return found
  }
}
