import Migration
import OMSWire

/// One side of a creation, read from `src_node` or `dst_node`.
enum V1Node {
  /// A location with its keys.
  typealias Side = (location: StorageLocation, keys: StorageKeys?)

  /// The source, with the objects to move.
  static func source(_ node: Members<NodeMember>) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    guard provider.isEmpty || ServedProviders.sources.contains(provider) else {
      throw node.problem(.cloudType, "is not supported")
    }
    var location = try location(node, provider: provider.isEmpty ? "Aliyun" : provider)
    if let appID = try node.text(.appID, upTo: 64), !appID.isEmpty,
      location.provider == "Tencent", !location.bucket.hasSuffix("-\(appID)")
    {
      location.bucket += "-\(appID)"
    }
    location.keys = try ObjectSelection.keys(node, provider: location.provider)
    return try side(location, .source, node)
  }

  /// The destination, with its folder.
  static func destination(_ node: Members<NodeMember>) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    var location = try location(node, provider: provider.isEmpty ? "HEC" : provider)
    guard let folder = try node.text(.objectKey, upTo: 1024) else {
      throw node.problem(.objectKey, "is missing")
    }
    try ObjectSelection.check(folder, node, provider: location.provider)
    location.keys = folder.isEmpty || folder == "/" ? [] : [folder]
    return try side(location, .destination, node)
  }

  private static func location(
    _ node: Members<NodeMember>, provider: String
  ) throws(ServiceError) -> StorageLocation {
    let region = try node.text(.region, upTo: 1024) ?? ""
    let bucket = try node.requiredText(.bucket, upTo: provider == "Local" ? 4096 : 255)
    let location = StorageLocation(provider: provider, region: region, bucket: bucket)
    guard !location.needsKeys || !region.isEmpty else { throw node.problem(.region, "is missing") }
    return location
  }

  /// A location that the mover can take, with the keys that it needs.
  private static func side(
    _ location: StorageLocation, _ role: CheckedLocation.Role, _ node: Members<NodeMember>
  ) throws(ServiceError) -> Side {
    do throws(LocationProblem) {
      _ = try CheckedLocation(location, as: role)
    } catch {
      throw node.problem(member(of: error.part), error.words)
    }
    return (location, try keys(node, areNeeded: location.needsKeys))
  }

  private static func member(of part: LocationProblem.Part) -> NodeMember {
    switch part {
    case .provider: .cloudType
    case .region: .region
    case .bucket: .bucket
    case .key: .objectKey
    }
  }

  private static func keys(
    _ node: Members<NodeMember>, areNeeded: Bool
  ) throws(ServiceError) -> StorageKeys? {
    let accessKey = try node.text(.ak, upTo: 100) ?? ""
    let secretKey = try node.text(.sk, upTo: 100) ?? ""
    guard areNeeded else { return nil }
    guard !accessKey.isEmpty else { throw node.problem(.ak, "is missing") }
    guard !secretKey.isEmpty else { throw node.problem(.sk, "is missing") }
    return StorageKeys(accessKey: accessKey, secretKey: Secret(secretKey))
  }
}
