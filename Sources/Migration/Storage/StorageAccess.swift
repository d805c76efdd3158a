/// What is needed to look into an account at a provider (v2).
package struct StorageAccess: Equatable, Sendable {
  /// OMS's word for the provider.
  package var provider: String
  /// What opens its buckets; `nil` where nothing is needed.
  package var keys: StorageKeys?
  /// Tencent's number of the account.
  package var appID: String?

  /// An account.
  package init(provider: String, keys: StorageKeys?, appID: String? = nil) {
    self.provider = provider
    self.keys = keys
    self.appID = appID
  }
}

/// Which side of a migration is meant; the raw value is OMS's word.
package enum MigrationSide: String, Hashable, Sendable, CaseIterable {
  /// Where the objects come from.
  case source = "src"
  /// Where they go to.
  case destination = "dst"
}
