import Migration
import OMSClient

extension ConnectionResolver {
  /// What gives the credentials, and the login that does so if one is needed.
  func source(
    of found: CredentialLookup.Found, projectID: String?, password: (String) -> Secret?
  ) throws(ConfigurationError) -> (any CredentialSource, TokenLogin?) {
    switch found.material {
    case .fixed(let credentials): return (credentials, nil)
    case .command(let command): return (CommandCredentials(command, profile: name), nil)
    case .login(let user, let account, let known):
      guard let endpoint = try identityEndpoint(found) else { throw .noIdentityService }
      guard endpoint.keepsSecrets else {
        throw .openLogin(endpoint)
      }
      let region = try region
      let scope = projectID.map(Login.Scope.id) ?? region.map { .name($0.name) }
      guard let scope else { throw .noProject }
      guard let password = known ?? password("Password of '\(user)' (not shown):"),
        !password.isEmpty
      else {
        throw .noPassword(user: user)
      }
      let login = TokenLogin(
        Login(user: user, account: account, password: password, scope: scope), at: endpoint)
      return (login, login)
    }
  }

  /// What buys temporary keys with a token.
  func temporaryKeys(
    for token: any CredentialSource, _ found: CredentialLookup.Found
  ) throws(ConfigurationError) -> TemporaryKeys {
    guard let endpoint = try identityEndpoint(found) else { throw .noIdentityService }
    guard endpoint.keepsSecrets else { throw .openToken(endpoint) }
    return TemporaryKeys(from: token, at: endpoint)
  }

  /// What finds the project of the region.
  func lookup(
    with credentials: any CredentialSource, _ found: CredentialLookup.Found
  ) throws(ConfigurationError) -> ProjectLookup {
    guard let region = try region, let endpoint = try identityEndpoint(found) else {
      throw .noProject
    }
    return ProjectLookup(region: region.name, at: endpoint, credentials: credentials)
  }
}
