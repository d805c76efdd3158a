package import Migration
import OMSClient

/// A service that the user named in the configuration.
package struct Profile: Equatable, Sendable {
  /// Where the credentials come from.
  package enum CredentialSource: Equatable, Sendable {
    /// The SDKs' environment variables.
    case environment
    /// The SDKs' credentials file.
    case sdkFile
    /// A token: that in `FERRY_AUTH_TOKEN`, or else one that a login buys.
    case token
    /// A command prints keys.
    case command(KeyCommand)

    /// The words for those that are said in one.
    static let words: [(word: String, source: CredentialSource)] = [
      ("environment", .environment), ("sdk-file", .sdkFile), ("token", .token),
    ]
  }

  /// What calls go through.
  package enum ProxyChoice: Equatable, Sendable {
    /// Nothing.
    case none
    /// This proxy.
    case through(Proxy)
  }

  /// The address; made from the region when it is missing.
  package var endpoint: Endpoint?
  /// The address of the identity service; made from the region when it is missing.
  package var identityEndpoint: Endpoint?
  /// The region.
  package var region: Region?
  /// The project whose tasks are meant; looked up by the region when it is missing.
  package var projectID: String?
  /// The version of the API; found out when it is missing.
  package var api: APIChoice?
  /// Where the credentials come from; everywhere in the usual order when it is missing.
  package var credentials: CredentialSource?
  /// Whether a token buys temporary keys, which sign instead of it.
  package var buysTemporaryKeys: Bool?
  /// Whether nothing may be changed.
  package var isReadOnly: Bool?
  /// Whether an action wants the profile's name typed.
  package var isProtected: Bool?
  /// Whether secrets may go over plain HTTP to another machine.
  package var allowsPlainHTTP: Bool?
  /// What calls go through; what the environment says when it is missing.
  package var proxy: ProxyChoice?
  /// The file with the authorities that may have signed the service's certificate, instead of the
  /// system's.
  package var authorities: String?
  /// The pause between two refreshes of the dashboard.
  package var refresh: Duration?

  /// A profile without any setting.
  package init() {}
}
