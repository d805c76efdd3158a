package import Migration

/// What the environment and the profile say about the way to services.
///
/// The variables are those that every program on a machine takes, in small letters first, as curl has
/// it. What the profile says comes before them.
package struct NetworkSettings: Sendable {
  private let environment: [String: String]
  private let profile: Profile

  /// The settings of `environment` and, where one is used, of `profile`.
  package init(environment: [String: String], profile: Profile = Profile()) {
    self.environment = environment.filter { !$0.value.isEmpty }
    self.profile = profile
  }

  /// How `endpoint` is reached.
  ///
  /// - Throws: ``ConfigurationError`` for a proxy that is none.
  package func way(to endpoint: Endpoint) throws(ConfigurationError) -> NetworkWay {
    var way = NetworkWay()
    guard case .web(let scheme, let authority, _) = endpoint.place else { return way }
    way.proxy = try proxy(to: authority, scheme: scheme)
    // What is not there must not keep anybody from a service that shows no certificate.
    if scheme == "https" { way.authorities = authorities }
    return way
  }

  /// The same endpoint, to be reached that way.
  ///
  /// - Throws: ``ConfigurationError`` for a proxy that is none.
  package func reached(_ endpoint: Endpoint) throws(ConfigurationError) -> Endpoint {
    var endpoint = endpoint
    endpoint.way = try way(to: endpoint)
    return endpoint
  }

  private func proxy(to authority: String, scheme: String) throws(ConfigurationError) -> Proxy? {
    guard let place = HostAndPort(authority) else { return nil }
    // A profile that names its proxy knows its service.
    let exempt = profile.proxy == nil ? variable("no_proxy")?.value ?? "" : ""
    let usualPort = scheme == "https" ? 443 : 80
    guard !ProxyExemptions(exempt).contains(place, usualPort: usualPort) else { return nil }
    if let choice = profile.proxy {
      if case .through(let proxy) = choice { return proxy }
      return nil
    }
    guard let (name, text) = variable("\(scheme)_proxy") ?? variable("all_proxy") else {
      return nil
    }
    guard let proxy = Proxy(text) else { throw .proxy(setting: name) }
    return proxy
  }

  private var authorities: Authorities {
    var authorities = Authorities()
    if let file = profile.authorities {
      authorities.sources = [.init(path: file, setting: "ca_file")]
      authorities.includesSystem = false
      return authorities
    }
    let (file, folders) = (environment["SSL_CERT_FILE"], environment["SSL_CERT_DIR"])
    if let file { authorities.sources = [.init(path: file, setting: "SSL_CERT_FILE")] }
    authorities.sources += (folders?.split(separator: ":") ?? []).map {
      .init(path: String($0), setting: "SSL_CERT_DIR")
    }
    // Each stands for one of the two places where the system keeps its own.
    authorities.includesSystem = file == nil || folders == nil
    return authorities
  }

  private func variable(_ name: String) -> (name: String, value: String)? {
    [name, name.uppercased()].lazy
      .compactMap { name in environment[name].map { (name, $0) } }.first
  }
}
