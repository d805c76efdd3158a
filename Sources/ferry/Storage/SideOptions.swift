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
  func keys(for place: StorageLocation) throws -> StorageKeys? {
    guard place.needsKeys else { return nil }
    let prompt = KeyPrompt(environment: Environment.current)
    switch side {
    case .source: return try prompt.keys(source: place, destination: nil).source
    case .destination: return try prompt.keys(source: nil, destination: place).destination
    }
  }
}
