package import Migration

/// The answer about the objects of a bucket.
package struct V2ObjectListing: Decodable {
  package let listing: ObjectListing

  private enum CodingKeys: String, CodingKey {
    case records
    case hasMore = "next_page"
    case marker = "next_marker"
  }

  private struct Record: Decodable {
    let object: ListedObject

    private enum CodingKeys: String, CodingKey { case name, size }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      // The size is a text, and `--` where there is none.
      object = ListedObject(
        key: try container.decode(String.self, forKey: .name),
        size: container.integer(.size).map(ByteCount.init(rawValue:)))
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let records = try container.decode(LenientList<Record>.self, forKey: .records).entries
    let objects = records.map(\.object)
    let marker = container.words(.marker) ?? objects.last?.key
    listing = ObjectListing(
      objects: objects, nextMarker: container.lenient(.hasMore) == true ? marker : nil)
  }
}

/// The answer about the place of a bucket.
package struct V2BucketRegion: Decodable {
  package let region: BucketRegion

  private enum CodingKeys: String, CodingKey { case id, name, support }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    region = BucketRegion(
      region: StorageRegion(id: container.text(.id), name: container.text(.name)),
      isSupported: try container.decode(Bool.self, forKey: .support))
  }
}

/// The answer about a prefix.
package struct V2PrefixCheck: Decodable {
  package let exist: Bool
}

/// The answer about a domain.
package struct V2DomainCheck: Decodable {
  package let check: SourceDomainCheck

  private enum CodingKeys: String, CodingKey {
    case isSame = "is_same_cloud_type"
    case isReadable = "is_download_available"
    case objects = "checked_keys"
  }

  private struct Checked: Decodable {
    let object: SourceDomainCheck.CheckedObject

    private enum CodingKeys: String, CodingKey {
      case key
      case isSame = "is_etag_matching"
      case exists = "is_object_existing"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      object = SourceDomainCheck.CheckedObject(
        key: container.text(.key), exists: container.lenient(.exists) ?? false,
        isSame: container.lenient(.isSame) ?? false)
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let checked = container.lenient(LenientList<Checked>.self, .objects)?.entries ?? []
    check = SourceDomainCheck(
      isSameProvider: try container.decode(Bool.self, forKey: .isSame),
      isReadable: try container.decode(Bool.self, forKey: .isReadable),
      objects: checked.map(\.object))
  }
}

/// The regions of a provider, in the answer about regions.
package struct V2ProviderRegions: Decodable {
  package let regions: ProviderRegions

  private enum CodingKeys: String, CodingKey {
    case provider = "service_name"
    case regions = "region_list"
  }

  private struct Region: Decodable {
    package let region: StorageRegion

    private enum CodingKeys: String, CodingKey { case value, description }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      region = StorageRegion(
        id: try container.decode(String.self, forKey: .value), name: container.text(.description))
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let regions = container.lenient(LenientList<Region>.self, .regions)?.entries ?? []
    self.regions = ProviderRegions(
      provider: try container.decode(String.self, forKey: .provider),
      regions: regions.map(\.region))
  }
}
