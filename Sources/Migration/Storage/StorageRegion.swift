/// The regions of one provider (v2).
package struct ProviderRegions: Equatable, Sendable {
  /// The provider, in OMS's word.
  package var provider: String
  /// Its regions.
  package var regions: [StorageRegion]

  /// The regions of `provider`.
  package init(provider: String, regions: [StorageRegion]) {
    self.provider = provider
    self.regions = regions
  }
}

/// A region of a provider.
package struct StorageRegion: Equatable, Hashable, Sendable {
  /// The id that requests name.
  package var id: String
  /// The name for people.
  package var name: String

  /// A region.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Where a bucket is (v2).
package struct BucketRegion: Equatable, Hashable, Sendable {
  /// The region.
  package var region: StorageRegion
  /// Whether objects can be moved from it.
  package var isSupported: Bool

  /// Where a bucket is.
  package init(region: StorageRegion, isSupported: Bool) {
    self.region = region
    self.isSupported = isSupported
  }
}
