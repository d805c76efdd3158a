public import Migration
import OMSWire

/// Questions that help to make a task.
extension V2Client: StorageBackend {
  /// The buckets of an account at a provider.
  public func buckets(of access: StorageAccess) async throws(APIProblem) -> [String] {
    try await ask(.texts, "", .question(.buckets, access))
  }

  /// What a folder of a bucket holds.
  ///
  /// - Parameters:
  ///   - folder: The folder, which ends in `/`; empty for the bucket itself.
  ///   - bucket: The bucket.
  ///   - region: The region of the bucket.
  ///   - access: What opens the account.
  ///   - marker: The last listing's `ObjectListing.nextMarker`; empty for the beginning.
  ///   - limit: The most objects to return.
  /// - Returns: The objects and folders in it.
  /// - Throws: `APIProblem`.
  public func objects(
    in folder: String, of bucket: String, region: String, access: StorageAccess,
    after marker: String = "", limit: Int = 100
  ) async throws(APIProblem) -> ObjectListing {
    let question = StorageQuestion.objects(
      bucket: bucket, region: region, folder: folder, marker: marker, limit: limit)
    return try await ask(.objectListing, "/objects", .question(question, access))
  }

  /// Where a bucket is.
  public func region(
    of bucket: String, access: StorageAccess
  ) async throws(APIProblem) -> BucketRegion {
    try await ask(.bucketRegion, "/regions", .question(.region(bucket: bucket), access))
  }

  /// Whether a bucket has objects whose names begin with `prefix`.
  public func hasPrefix(
    _ prefix: String, in bucket: String, region: String, access: StorageAccess
  ) async throws(APIProblem) -> Bool {
    let question = StorageQuestion.prefix(prefix, bucket: bucket, region: region)
    return try await ask(.prefixExists, "/prefix", .question(question, access))
  }

  /// Whether a bucket can be read through a domain.
  ///
  /// - Parameters:
  ///   - domain: The domain.
  ///   - key: The key that the domain wants, or `nil`.
  ///   - source: The bucket; its `keys` are prefixes of objects to try.
  ///   - access: What opens the account, whose provider is the bucket's.
  /// - Returns: What was found out.
  /// - Throws: `APIProblem`.
  public func check(
    _ domain: SourceDomain, key: Secret?, for source: StorageLocation, access: StorageAccess
  ) async throws(APIProblem) -> SourceDomainCheck {
    let question = StorageQuestion.domain(domain, key: key, source: source)
    return try await ask(.sourceDomainCheck, "/cdn-info", .question(question, access))
  }

  /// Has the service read a list file of addresses.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - region: The region of its bucket.
  ///   - keys: What opens its bucket.
  /// - Throws: `APIProblem` when the file is not one, or cannot be read.
  public func checkURLList(
    _ file: ListFile, region: String, keys: StorageKeys
  ) async throws(APIProblem) {
    let request = try WireBody.question(
      .list(file, region: region), StorageAccess(provider: "", keys: keys))
    try await caller.order("POST", bucketsPath + "/url-source-list-file", body: request, .read)
  }

  /// The providers that can be a side of a migration, in OMS's words.
  public func providers(for side: MigrationSide) async throws(APIProblem) -> [String] {
    try await caller.get(
      .texts, storagePath + "/cloud-type", query: [("type", side.rawValue)])
  }

  /// The regions of all providers.
  public func regions() async throws(APIProblem) -> [ProviderRegions] {
    try await caller.get(.regions, storagePath + "/data-center")
  }

  /// Records that the user agrees to the provider's statement about privacy.
  public func agreeToPrivacyStatement() async throws(APIProblem) {
    try await caller.order("POST", project + "/privacy-agreements", .idempotent)
  }

  /// One version of the API, such as `v2`.
  public func version(named name: String) async throws(APIProblem) -> APIVersions {
    try await caller.get(.versions(), "/" + (try PathSegment.encoded(name)))
  }

  /// The versions of the API that the service speaks.
  public func versions() async throws(APIProblem) -> APIVersions {
    try await APIVersions.read(through: caller)
  }

  private var storagePath: String { project + "/objectstorage" }

  private var bucketsPath: String { storagePath + "/buckets" }

  private func ask<Answer>(
    _ answer: WireForm<Answer>, _ question: String, _ body: WireBody
  ) async throws(APIProblem) -> Answer {
    try await caller.ask(answer, "POST", bucketsPath + question, body: body, .read)
  }
}
