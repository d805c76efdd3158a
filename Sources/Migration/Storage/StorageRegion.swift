/// The regions of one provider (v2).
public struct ProviderRegions: Equatable, Sendable {
  /// The provider, in OMS's word.
  public var provider: String
  /// Its regions.
  public var regions: [StorageRegion]

  /// The regions of `provider`.
  public init(provider: String, regions: [StorageRegion]) {
    self.provider = provider
    self.regions = regions
  }
}

/// A region of a provider.
public struct StorageRegion: Equatable, Hashable, Sendable {
  /// The id that requests name.
  public var id: String
  /// The name for people.
  public var name: String

  /// A region.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Where a bucket is (v2).
public struct BucketRegion: Equatable, Hashable, Sendable {
  /// The region.
  public var region: StorageRegion
  /// Whether objects can be moved from it.
  public var isSupported: Bool

  /// Where a bucket is.
  public init(region: StorageRegion, isSupported: Bool) {
    self.region = region
    self.isSupported = isSupported
  }
}
