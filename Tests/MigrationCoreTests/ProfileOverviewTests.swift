import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct ProfileOverviewTests {
  private static func all(
    _ config: String?, environment: [String: String] = [:]
  ) throws -> (profiles: [ProfileOverview], remarks: [ConfigurationError]) {
    try TemporaryDirectory.with { directory in
      if let config { try directory.write(config, to: "ferry/config.yaml") }
      return try ProfileOverview.all(
        environment: environment.merging(
          ["HOME": directory.path.string, "XDG_CONFIG_HOME": directory.path.string]) { $1 })
    }
  }

  @Test func `without a file there is the built-in profile`() throws {
    let (profiles, remarks) = try Self.all(nil)
    #expect(profiles.map(\.name) == ["local"])
    #expect(profiles.map(\.isDefault) == [true])
    #expect(profiles.map(\.projectID) == ["local"])
    #expect(profiles.map(\.problems) == [[]])
    #expect(remarks.isEmpty)
  }

  @Test func `a bad profile says what is wrong, and hides nothing`() throws {
    let (profiles, _) = try Self.all(
      """
      default: good
      profiles:
        bad: {endpoint: 'gopher://x', protected: true}
        good: {region: region-x, project_id: p1, api: v2, read_only: true}
      """, environment: ["HUAWEICLOUD_SDK_AK": "AK", "HUAWEICLOUD_SDK_SK": "FAKE-SK"])
    #expect(profiles.map(\.name) == ["bad", "good", "local"])
    let bad = profiles[0]
    let good = profiles[1]
    #expect(bad.problems.contains { $0.english.contains("gopher") })
    #expect(bad.isProtected)
    #expect(good.problems.isEmpty)
    #expect(good.isDefault && good.isReadOnly)
    #expect(good.endpoint == "https://oms.region-x.myhuaweicloud.com")
    #expect(good.api == "v2")
    #expect(good.credentials == .environment)
    #expect(!"\(profiles)".contains("FAKE-SK"))
  }

  @Test func `missing credentials and a missing project are problems, not errors`() throws {
    let (profiles, _) = try Self.all("profiles: {p: {endpoint: 'https://h'}}")
    let profile = try #require(profiles.last)
    #expect(profile.credentials == nil)
    #expect(profile.problems.contains { $0.english.contains("no credentials") })
    #expect(profile.problems.contains(.noProject))
  }

  @Test func `a region finds the project later`() throws {
    let (profiles, _) = try Self.all(
      "profiles: {p: {region: region-x}}", environment: ["FERRY_AUTH_TOKEN": "FAKE-T"])
    let profile = try #require(profiles.last)
    #expect(profile.projectID == nil)
    #expect(profile.problems.isEmpty)
    #expect(profile.credentials == .token)
  }

  @Test func `a default that is no profile is told`() throws {
    let (profiles, remarks) = try Self.all("default: nowhere")
    #expect(profiles.map(\.isDefault) == [false])
    #expect(remarks.map { $0.english.contains("'nowhere'") } == [true])
  }
}
