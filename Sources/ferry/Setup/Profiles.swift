import ArgumentParser
import Migration
import MigrationCore

/// `ferry profiles`: what is configured.
struct Profiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the profiles of the configuration.",
    discussion: HelpNotes.ending(
      """
      Where the environment says something else than a profile, the environment counts, and is shown. \
      An asterisk marks the profile that is used when none is named. Nothing is sent.
      """,
      example: "ferry profiles --output json"))

  @Option(help: "How to print them.")
  var output: OutputFormat = .table

  func run() throws {
    let (profiles, remarks) = try ProfileOverview.all(environment: Environment.current)
    switch output {
    case .json: Console.raw(try JSONText.of(profiles.map(ProfileSummary.init)))
    case .table: Self.table(of: profiles).lines().forEach(Console.line)
    }
    for remark in remarks { Console.error(remark.line) }
    guard output == .table else { return }
    for profile in profiles {
      for problem in profile.problems { Console.error("\(profile.name): \(problem.line)") }
    }
  }

  private static func table(of profiles: [ProfileOverview]) -> TextTable {
    var table = TextTable([
      .init(title: ""), .init(title: "NAME"), .init(title: "ENDPOINT"), .init(title: "REGION"),
      .init(title: "PROJECT"), .init(title: "API"), .init(title: "CREDENTIALS"),
      .init(title: "CAUTION"),
    ])
    for profile in profiles {
      let caution = [
        profile.isReadOnly ? "read-only" : nil, profile.isProtected ? "protected" : nil,
      ].compactMap(\.self).joined(separator: ", ")
      table.add([
        profile.isDefault ? "*" : "", profile.name, profile.endpoint ?? "?",
        profile.region ?? "-", profile.projectID ?? (profile.region == nil ? "?" : "by region"),
        profile.api, profile.credentials?.line ?? "?", caution.isEmpty ? "-" : caution,
      ])
    }
    return table
  }
}
