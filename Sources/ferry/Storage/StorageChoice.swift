import Migration
import Words

/// What a service lets choose from.
struct StorageChoice: Encodable {
  /// Providers of sources, in OMS's words.
  let sources: [String]
  /// Providers of destinations.
  let destinations: [String]
  /// The regions of the providers; empty where any will do.
  let regions: [ProviderRegions]

  private struct Region: Encodable {
    let provider: String
    let id: String
    let name: String
  }

  private enum CodingKeys: String, CodingKey { case sources, destinations, regions }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sources, forKey: .sources)
    try container.encode(destinations, forKey: .destinations)
    try container.encode(
      regions.flatMap { provider in
        provider.regions.map { Region(provider: provider.provider, id: $0.id, name: $0.name) }
      }, forKey: .regions)
  }

  /// One row a provider that goes without regions, or a region of one that has some.
  var table: TextTable {
    var table = TextTable([
      .init(.provider), .init(.side), .init(.region), .init(.name),
    ])
    let all = sources + destinations.filter { !sources.contains($0) }
    let extra = regions.map(\.provider).filter { !all.contains($0) }
    for provider in all + extra {
      let sides =
        (sources.contains(provider) ? [Detail.sourceSide] : [])
        + (destinations.contains(provider) ? [.destinationSide] : [])
      let word = sides.map(Spoken.tongue.words).joined(separator: Spoken.tongue.comma)
      let known = regions.filter { $0.provider == provider }.flatMap(\.regions)
      if known.isEmpty { table.add([provider, word, "-", ""]) }
      for region in known { table.add([provider, word, region.id, region.name]) }
    }
    return table
  }
}
