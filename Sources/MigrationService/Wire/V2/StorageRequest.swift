import FoundationEssentials
import Migration
import OMSWire

/// A question about an account or one of its buckets: section 7 of the v2 reference.
struct StorageRequest {
  /// What a folder's page is asked for by.
  struct Page: Equatable {
    /// The folder, which ends in `/`; empty for the bucket itself.
    let folder: String
    /// The last name of the page before; empty for the first.
    let marker: String
    /// The most objects to return.
    let limit: Int
  }

  /// Stands for a bucket where an account is meant.
  private static let anyBucket = "bucket"
  private let body: Members<StorageMember>
  /// The provider, its region or address, and the bucket.
  let place: StorageLocation

  /// Reads and checks a body.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - isAboutBucket: Whether a bucket must be named.
  /// - Throws: The code for the first member that is wrong.
  init(body: Data, isAboutBucket: Bool) throws(ServiceError) {
    let body = Members(
      try JSONValue.members(of: body), StorageMember.names, code: .parametersInvalid, in: .v2)
    self.body = body
    let provider = try body.requiredText(.provider, upTo: 64)
    guard provider == "HEC" || ServedProviders.destinations.contains(provider) else {
      throw body.problem(.provider, "is not supported")
    }
    // The documents have the region only where a bucket is named; a store with an address of its own
    // cannot be found without it.
    let other = try body.text(.region, upTo: 1024) ?? ""
    let region = try body.text(.dataCenter, upTo: 1024) ?? other
    let bucket =
      isAboutBucket
      ? try body.requiredText(.bucketName, upTo: provider == "Local" ? 4096 : 255)
      : Self.anyBucket
    place = StorageLocation(provider: provider, region: region, bucket: bucket)
      .ofAccount(isAboutBucket ? try body.text(.appID, upTo: 64) : nil)
    let hasNoRegion = ["AWS", "Azure", "Google"].contains(provider)
    let isAnywhere = !isAboutBucket && CloudProvider.home(of: provider) != nil
    guard !region.isEmpty || !place.needsKeys || hasNoRegion || isAnywhere else {
      throw ServiceError(.parameterMissing, "\(body.name(.dataCenter)) is missing")
    }
    guard isAboutBucket || place.needsKeys else { return }
    do throws(LocationProblem) {
      _ = try CheckedLocation(place, as: .source)
    } catch {
      throw body.problem(error.part == .region ? .dataCenter : .bucketName, error.words)
    }
  }

  /// What opens the account; `nil` where nothing is needed.
  ///
  /// - Throws: `OMS.1004` when something is missing.
  func keys() throws(ServiceError) -> StorageKeys? {
    try Self.keys.needed(Self.keys.read(body, in: .v2), for: place, missing: body.missing)
  }

  private static let keys = KeyMembers<StorageMember>(
    pair: (.ak, .sk), token: .securityToken, connectionString: .connectionString,
    authFile: .authFile)

  /// The page of a folder that is asked for.
  ///
  /// - Throws: The code for the first member that is wrong.
  func page() throws(ServiceError) -> Page {
    guard body.has(.filePath) else { throw body.missing(.filePath) }
    let folder = try key(.filePath)
    guard folder.isEmpty || folder.hasSuffix("/") else {
      throw body.problem(.filePath, "must end in /")
    }
    guard let limit = try body.integer(.pageSize) else { throw body.missing(.pageSize) }
    guard (1...1000).contains(limit) else {
      throw body.problem(.pageSize, "must be 1 to 1000")
    }
    return Page(
      folder: folder == "/" ? "" : folder, marker: try body.text(.behindName, upTo: 1024) ?? "",
      limit: Int(limit))
  }

  /// The beginning of keys that is asked for.
  ///
  /// - Throws: The code for what is wrong with it.
  func prefix() throws(ServiceError) -> String {
    guard body.has(.fileName) else { throw body.missing(.fileName) }
    return try key(.fileName)
  }

  private func key(_ member: StorageMember) throws(ServiceError) -> String {
    let key = try body.text(member, upTo: 1024) ?? ""
    guard place.needsKeys || !key.split(separator: "/").contains("..") else {
      throw body.problem(member, "must not hold ..")
    }
    return key
  }
}
