import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry profiles`: what is configured.
struct Profiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.profiles),
    discussion: .of(.profiles, example: "ferry profiles --output json"))

  @Option(help: .of(.formatOfMany))
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
      .init(nil), .init(.name), .init(.endpoint), .init(.region),
      .init(.project), .init(.api), .init(.credentials),
      .init(.caution),
    ])
    let tongue = Spoken.tongue
    for profile in profiles {
      let caution = [
        profile.isReadOnly ? Detail.readOnly : nil, profile.isProtected ? .protected : nil,
      ].compactMap(\.self).map(tongue.words).joined(separator: tongue.comma)
      table.add([
        profile.isDefault ? "*" : "", profile.name, profile.endpoint ?? "?",
        profile.region ?? "-",
        profile.projectID ?? (profile.region == nil ? "?" : tongue.words(.byRegion)),
        profile.api, profile.credentials?.line ?? "?", caution.isEmpty ? "-" : caution,
      ])
    }
    return table
  }
}
