package import Migration
import OMSClient

/// A service that the user named in the configuration.
package struct Profile: Equatable, Sendable {
  /// Where the credentials come from.
  package enum CredentialSource: String, Equatable, Sendable, CaseIterable {
    /// The SDKs' environment variables.
    case environment
    /// The SDKs' credentials file.
    case sdkFile = "sdk-file"
    /// A token: that in `FERRY_AUTH_TOKEN`, or else one that a login buys.
    case token
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
