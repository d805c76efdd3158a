package import Migration
import OMSWire

/// Questions that help to make a task.
extension V2Client {
  /// The buckets of an account at a provider.
  package func buckets(of access: StorageAccess) async throws(APIProblem) -> [String] {
    try await ask(LenientList<String>.self, "", V2StorageRequest(access)).entries
  }

  /// What a folder of a bucket holds.
  ///
  /// - Parameters:
  ///   - folder: The folder, which ends in `/`; empty for the bucket itself.
  ///   - bucket: The bucket.
  ///   - region: The region of the bucket.
  ///   - access: What opens the account.
  ///   - marker: The last listing's ``ObjectListing/nextMarker``; empty for the beginning.
  ///   - limit: The most objects to return.
  /// - Returns: The objects and folders in it.
  /// - Throws: ``APIProblem``.
  package func objects(
    in folder: String, of bucket: String, region: String, access: StorageAccess,
    after marker: String = "", limit: Int = 100
  ) async throws(APIProblem) -> ObjectListing {
    let question: [V2StorageMember: V2StorageRequest.Value] = [
      .bucketName: .text(bucket), .dataCenter: .text(region), .filePath: .text(folder),
      .behindName: .text(marker), .pageSize: .number(limit),
    ]
    return try await ask(V2ObjectListing.self, "/objects", V2StorageRequest(access, question))
      .listing
  }

  /// Where a bucket is.
  package func region(
    of bucket: String, access: StorageAccess
  ) async throws(APIProblem) -> BucketRegion {
    try await ask(
      V2BucketRegion.self, "/regions", V2StorageRequest(access, [.bucketName: .text(bucket)])
    ).region
  }

  /// Whether a bucket has objects whose names begin with `prefix`.
  package func hasPrefix(
    _ prefix: String, in bucket: String, region: String, access: StorageAccess
  ) async throws(APIProblem) -> Bool {
    let question: [V2StorageMember: V2StorageRequest.Value] = [
      .bucketName: .text(bucket), .dataCenter: .text(region), .fileName: .text(prefix),
    ]
    let request = try V2StorageRequest(access, takesToken: true, question)
    return try await ask(V2PrefixCheck.self, "/prefix", request).exist
  }

  /// Whether a bucket can be read through a domain.
  ///
  /// - Parameters:
  ///   - domain: The domain.
  ///   - key: The key that the domain wants, or `nil`.
  ///   - source: The bucket; its `keys` are prefixes of objects to try.
  ///   - access: What opens the account, whose provider is the bucket's.
  /// - Returns: What was found out.
  /// - Throws: ``APIProblem``.
  package func check(
    _ domain: SourceDomain, key: Secret?, for source: StorageLocation, access: StorageAccess
  ) async throws(APIProblem) -> SourceDomainCheck {
    var question: [V2StorageMember: V2StorageRequest.Value] = [
      .region: .text(source.region), .bucket: .text(source.bucket),
      .sourceDomain: .domain(WireSourceDomain(domain, key: key)),
    ]
    if !source.keys.isEmpty { question[.prefix] = .prefixes(source.keys) }
    return try await ask(V2DomainCheck.self, "/cdn-info", V2StorageRequest(access, question)).check
  }

  /// Has the service read a list file of addresses.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - region: The region of its bucket.
  ///   - keys: What opens its bucket.
  /// - Throws: ``APIProblem`` when the file is not one, or cannot be read.
  package func checkURLList(
    _ file: ListFile, region: String, keys: StorageKeys
  ) async throws(APIProblem) {
    let request = try V2StorageRequest(
      StorageAccess(provider: "", keys: keys),
      [
        .listBucket: .text(file.bucket), .listKey: .text(file.key), .region: .text(region),
      ])
    try await caller.order("POST", bucketsPath + "/url-source-list-file", body: request, .read)
  }

  /// The providers that can be a side of a migration, in OMS's words.
  package func providers(for side: MigrationSide) async throws(APIProblem) -> [String] {
    try await caller.get(
      LenientList<String>.self, storagePath + "/cloud-type", query: [("type", side.rawValue)]
    ).entries
  }

  /// The regions of all providers.
  package func regions() async throws(APIProblem) -> [ProviderRegions] {
    try await caller.get(
      LenientList<V2ProviderRegions>.self, storagePath + "/data-center"
    ).entries.map(\.regions)
  }

  /// Records that the user agrees to the provider's statement about privacy.
  package func agreeToPrivacyStatement() async throws(APIProblem) {
    try await caller.order("POST", project + "/privacy-agreements", .idempotent)
  }

  /// One version of the API, such as `v2`.
  package func version(named name: String) async throws(APIProblem) -> APIVersions {
    try await caller.get(WireVersions.self, "/" + (try PathSegment.encoded(name))).versions
  }

  /// The versions of the API that the service speaks.
  package func versions() async throws(APIProblem) -> APIVersions {
    try await APIVersions.read(through: caller)
  }

  private var storagePath: String { project + "/objectstorage" }

  private var bucketsPath: String { storagePath + "/buckets" }

  private func ask<Answer: Decodable>(
    _ type: Answer.Type, _ question: String, _ body: V2StorageRequest
  ) async throws(APIProblem) -> Answer {
    try await caller.ask(type, "POST", bucketsPath + question, body: body, .read)
  }
}
