package import Migration

/// The members of the answer about regions.
private enum RegionMember: String, WireMember {
  case provider = "service_name"
  case regions = "region_list"
  case regionProvider = "cloud_type"
  case value, description

  static let names = MemberNames<RegionMember> { $0.rawValue }
}

extension WireForm<ProviderRegions> {
  /// The regions of a provider.
  package static let providerRegions = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(RegionMember.self) else { return nil }
    var provider: String?
    var regions: [StorageRegion] = []
    while let member = try members.next(&reader) {
      switch member {
      case .provider: provider = try reader.text()
      case .regions: regions = try reader.entries(Self.region) ?? []
      case .regionProvider, .value, .description: break
      }
    }
    return reader.required(provider, .provider, of: members).map {
      ProviderRegions(provider: $0, regions: regions)
    }
  } write: { provider, writer in
    writer.object(RegionMember.self) { members in
      members.write(.provider, provider.provider)
      members.write(.regions) { writer in
        writer.list(provider.regions) { writer, region in
          writer.object(RegionMember.self) { members in
            members.write(.regionProvider, provider.provider)
            members.write(.value, region.id)
            members.write(.description, region.name)
          }
        }
      }
    }
  }

  private static func region(_ reader: inout WireReader) throws(WireProblem) -> StorageRegion? {
    guard var members = try reader.members(RegionMember.self) else { return nil }
    var id: String?
    var name = ""
    while let member = try members.next(&reader) {
      switch member {
      case .value: id = try reader.text()
      case .description: name = try reader.text() ?? ""
      case .provider, .regions, .regionProvider: break
      }
    }
    return reader.required(id, .value, of: members).map { StorageRegion(id: $0, name: name) }
  }
}

extension WireForm<[ProviderRegions]> {
  /// The regions of all providers.
  package static let regions = WireForm { reader throws(WireProblem) in
    try reader.entries(WireForm<ProviderRegions>.providerRegions.read)
  } write: { providers, writer in
    writer.list(providers) { WireForm<ProviderRegions>.providerRegions.write($1, &$0) }
  }
}
