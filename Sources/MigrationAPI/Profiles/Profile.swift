/// A service that the user named in the configuration.
package struct Profile: Equatable, Sendable, Decodable {
  /// Where the credentials come from.
  package enum CredentialSource: String, Equatable, Sendable, Decodable {
    /// The SDKs' environment variables.
    case environment
    /// The SDKs' credentials file.
    case sdkFile = "sdk-file"
    /// A token in `FERRY_AUTH_TOKEN`.
    case token
  }

  /// The address; made from the region when it is missing.
  package var endpoint: String?
  /// The region.
  package var region: String?
  /// The project whose tasks are meant.
  package var projectID: String?
  /// `v1`, `v2` or `auto`.
  package var api: String?
  /// Where the credentials come from; everywhere in the usual order when it is missing.
  package var credentials: CredentialSource?
  /// Whether nothing may be changed.
  package var isReadOnly: Bool?
  /// Whether an action wants the profile's name typed.
  package var isProtected: Bool?
  /// The pause between two refreshes of the dashboard, in seconds.
  package var refreshSeconds: Double?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case endpoint, region, api, credentials
    case projectID = "project_id"
    case isReadOnly = "read_only"
    case isProtected = "protected"
    case refreshSeconds = "refresh_seconds"
  }

  /// A profile without any setting.
  package init() {}

  /// The names that a profile may have in the file.
  static let knownKeys = Set(CodingKeys.allCases.map(\.rawValue))
}
