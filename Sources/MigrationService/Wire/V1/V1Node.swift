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
    var side = try self.side(node, provider: provider.isEmpty ? "Aliyun" : provider)
    if let appID = try node.text(.appID, upTo: 64), !appID.isEmpty,
      side.location.provider == "Tencent", !side.location.bucket.hasSuffix("-\(appID)")
    {
      side.location.bucket += "-\(appID)"
    }
    side.location.keys = try ObjectSelection.keys(node, provider: side.location.provider)
    return side
  }

  /// The destination, with its folder.
  static func destination(_ node: Members<NodeMember>) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    var side = try self.side(node, provider: provider.isEmpty ? "HEC" : provider)
    guard let folder = try node.text(.objectKey, upTo: 1024) else {
      throw node.problem(.objectKey, "is missing")
    }
    try ObjectSelection.check(folder, node, provider: side.location.provider)
    side.location.keys = folder.isEmpty || folder == "/" ? [] : [folder]
    return side
  }

  private static func side(_ node: Members<NodeMember>, provider: String) throws(ServiceError)
    -> Side
  {
    let region = try node.text(.region, upTo: 1024) ?? ""
    let bucket = try node.requiredText(.bucket, upTo: provider == "Local" ? 4096 : 255)
    let location = StorageLocation(provider: provider, region: region, bucket: bucket)
    switch provider {
    case "Local": try checkDirectory(bucket, node)
    case "Rclone": try checkRemote(bucket, node)
    case "S3": try checkEndpoint(region, node)
    default:
      guard !region.isEmpty else { throw node.problem(.region, "is missing") }
    }
    guard !location.needsKeys || !bucket.contains("/") else {
      throw node.problem(.bucket, "must be the bucket's name alone")
    }
    return (location, try keys(node, areNeeded: location.needsKeys))
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

  private static func checkDirectory(_ path: String, _ node: Members<NodeMember>)
    throws(ServiceError)
  {
    guard path.hasPrefix("/") else { throw node.problem(.bucket, "must be an absolute directory") }
    guard !path.split(separator: "/").contains("..") else {
      throw node.problem(.bucket, "must not hold ..")
    }
  }

  /// Refuses a remote that is made up on the spot.
  ///
  /// One such as `:local:/etc` or `name,option=value:` could reach anything, and so could those that
  /// the service itself makes for each run; those that the owner has configured are meant to be used.
  private static func checkRemote(_ remote: String, _ node: Members<NodeMember>)
    throws(ServiceError)
  {
    let parts = remote.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0]
    let isName =
      name.first.map { $0.isLetter || $0.isNumber || $0 == "_" } == true
      && RcloneRemote.Role(rawValue: name.lowercased()) == nil
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.+@ ".contains($0) }
    guard parts.count == 2, isName else {
      throw node.problem(.bucket, "must be REMOTE:BUCKET with a configured remote")
    }
    guard !parts[1].split(separator: "/").contains("..") else {
      throw node.problem(.bucket, "must not hold ..")
    }
  }

  private static func checkEndpoint(_ region: String, _ node: Members<NodeMember>)
    throws(ServiceError)
  {
    do throws(ConfigurationError) {
      _ = try S3Store(region)
    } catch {
      throw node.problem(
        .region,
        "must be the endpoint's http or https address, perhaps with ?region=R&addressing=path|virtual"
      )
    }
  }
}
