import ArgumentParser
import Migration
import Words

/// Whose keys a command uses that looks into buckets.
struct SideOptions: ParsableArguments {
  /// A side of a migration.
  enum Side: String, ExpressibleByArgument, CaseIterable {
    case source, destination
  }

  @Option(help: .of(.side))
  var side: Side = .source

  /// The keys for a place; `nil` when it needs none.
  ///
  /// - Throws: ``Failure`` when there are none.
  func keys(for place: StorageLocation) async throws -> StorageKeys? {
    let side: MigrationSide =
      switch self.side {
      case .source: .source
      case .destination: .destination
      }
    return try await KeyPrompt(environment: Environment.current)
      .keys(for: [place], on: side)[place]
  }
}
