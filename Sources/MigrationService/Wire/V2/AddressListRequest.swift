import FoundationEssentials
import Migration
import OMSWire

/// A question whether a file is a list of addresses: section 7 of the v2 reference.
struct AddressListRequest {
  /// The bucket of the file.
  let place: StorageLocation
  /// The key of the file.
  let key: String
  /// What opens the bucket.
  let keys: StorageKeys?

  /// Reads and checks a body.
  ///
  /// - Throws: The code for the first member that is wrong.
  init(body: Data) throws(ServiceError) {
    let body = Members(
      try JSONValue.members(of: body), StorageMember.names, code: .parametersInvalid, in: .v2)
    let region = try body.requiredText(.region, upTo: 1024)
    place = StorageLocation(
      provider: try Self.provider(of: region), region: region,
      bucket: try body.requiredText(.listBucket, upTo: 255))
    do throws(LocationProblem) {
      _ = try CheckedLocation(place, as: .destination)
    } catch {
      throw body.problem(error.part == .region ? .region : .listBucket, error.words)
    }
    key = try body.requiredText(.listKey, upTo: 1024)
    try ObjectSelection.check(key, at: place.provider)
    keys = try Self.keys.needed(Self.keys.read(body, in: .v2), for: place, missing: body.missing)
  }

  /// The provider, which this question has no member for: its buckets are those of OBS, and here also those
  /// of a store whose region is its address.
  private static func provider(of region: String) throws(ServiceError) -> String {
    if region.contains("://") { return "S3" }
    let own = ServedProviders.regions.first { $0.provider == "HuaweiCloud" }?.regions ?? []
    guard own.contains(where: { $0.id == region }) else {
      throw .notOffered("a list is looked at in OBS, or at the address of a store that speaks S3")
    }
    return "HuaweiCloud"
  }

  private static let keys = KeyMembers<StorageMember>(
    pair: (.ak, .sk), token: .securityToken, connectionString: .connectionString,
    authFile: .authFile)
}
