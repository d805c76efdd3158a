/// What the user said on the command line about the service to talk to.
package struct ConnectionChoice: Equatable, Sendable {
  /// The name of a profile.
  package var profile: String?
  /// An address, instead of a profile.
  package var endpoint: String?
  /// The project, above that of the profile.
  package var projectID: String?
  /// `auto`, `v1` or `v2`, above that of the profile.
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
