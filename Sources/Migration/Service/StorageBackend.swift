/// What can be asked of a migration service about buckets, providers and regions (v2).
///
/// The calls behave as those of ``MigrationBackend`` do, and change nothing.
public protocol StorageBackend: Sendable {
  /// The providers that can be a side of a migration, in OMS's words.
  func providers(for side: MigrationSide) async throws(APIProblem) -> [String]

  /// The regions of all providers.
  func regions() async throws(APIProblem) -> [ProviderRegions]

  /// The buckets of an account at a provider.
  func buckets(of access: StorageAccess) async throws(APIProblem) -> [String]

  /// Where a bucket is.
  func region(
    of bucket: String, access: StorageAccess
  ) async throws(APIProblem) -> BucketRegion

  /// A part of what a folder of a bucket holds.
  ///
  /// - Parameters:
  ///   - folder: The folder, which ends in `/`; empty for the bucket itself.
  ///   - bucket: The bucket.
  ///   - region: The region of the bucket.
  ///   - access: What opens the account.
  ///   - marker: The last listing's ``ObjectListing/nextMarker``; empty for the beginning.
  ///   - limit: The most objects to return.
  /// - Returns: The objects and folders in it, their keys as the bucket has them.
  /// - Throws: ``APIProblem``.
  func objects(
    in folder: String, of bucket: String, region: String, access: StorageAccess,
    after marker: String, limit: Int
  ) async throws(APIProblem) -> ObjectListing

  /// Has the service read a list file of addresses.
  func checkURLList(
    _ file: ListFile, region: String, keys: StorageKeys
  ) async throws(APIProblem)
}
