/// What is needed to look into an account at a provider (v2).
public struct StorageAccess: Equatable, Sendable {
  /// OMS's word for the provider.
  public var provider: String
  /// What opens its buckets; `nil` where nothing is needed.
  public var keys: StorageKeys?
  /// Tencent's number of the account.
  public var appID: String?

  /// An account.
  public init(provider: String, keys: StorageKeys?, appID: String? = nil) {
    self.provider = provider
    self.keys = keys
    self.appID = appID
  }
}

/// Which side of a migration is meant; the raw value is OMS's word.
public enum MigrationSide: String, Hashable, Sendable, CaseIterable {
  /// Where the objects come from.
  case source = "src"
  /// Where they go to.
  case destination = "dst"
}
