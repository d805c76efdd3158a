import Migration
import MigrationCore
import Words

/// A profile as `ferry profiles --output json` has it.
struct ProfileSummary: Encodable {
  private let profile: ProfileOverview

  init(_ profile: ProfileOverview) {
    self.profile = profile
  }

  private enum CodingKeys: String, CodingKey {
    case name, endpoint, region, api, credentials, problems
    case isDefault = "default"
    case projectID = "project_id"
    case isReadOnly = "read_only"
    case isProtected = "protected"
  }

  // Programs that read this find every member, if only as null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(profile.name, forKey: .name)
    try container.encode(profile.isDefault, forKey: .isDefault)
    try container.encode(profile.endpoint, forKey: .endpoint)
    try container.encode(profile.region, forKey: .region)
    try container.encode(profile.projectID, forKey: .projectID)
    try container.encode(profile.api, forKey: .api)
    try container.encode(profile.credentials.map(Spoken.written.words), forKey: .credentials)
    try container.encode(profile.isReadOnly, forKey: .isReadOnly)
    try container.encode(profile.isProtected, forKey: .isProtected)
    try container.encode(profile.problems.map(Spoken.written.words), forKey: .problems)
  }
}
