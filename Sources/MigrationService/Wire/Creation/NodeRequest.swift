import Migration
import OMSWire

/// One side of a creation, read from `src_node` or `dst_node`.
enum NodeRequest {
  /// A location with its keys.
  typealias Side = (location: StorageLocation, keys: StorageKeys?)

  /// The source, with the objects to move.
  static func source(
    _ node: Members<NodeMember>, in dialect: TaskDialect
  ) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    guard provider.isEmpty || ServedProviders.sources(in: dialect).contains(provider) else {
      throw node.problem(.cloudType, "is not supported")
    }
    var location = try location(node, provider: provider.isEmpty ? "Aliyun" : provider, dialect)
    if let appID = try node.text(.appID, upTo: 64), !appID.isEmpty,
      location.provider == "Tencent", !location.bucket.hasSuffix("-\(appID)")
    {
      location.bucket += "-\(appID)"
    }
    location.keys = try ObjectSelection.keys(node, provider: location.provider, in: dialect)
    return try side(location, .source, node, dialect)
  }

  /// The destination, with its folder.
  static func destination(
    _ node: Members<NodeMember>, in dialect: TaskDialect
  ) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    var location = try location(node, provider: provider.isEmpty ? "HEC" : provider, dialect)
    let member: NodeMember = dialect.isFirst ? .objectKey : .savePrefix
    let folder = try node.text(member, upTo: 1024)
    guard folder != nil || !dialect.isFirst else { throw node.missing(member) }
    location.keys = [folder ?? ""].filter { !$0.isEmpty && $0 != "/" }
    for folder in location.keys {
      try ObjectSelection.check(folder, node, provider: location.provider)
    }
    return try side(location, .destination, node, dialect)
  }

  private static func location(
    _ node: Members<NodeMember>, provider: String, _ dialect: TaskDialect
  ) throws(ServiceError) -> StorageLocation {
    let region = try node.text(.region, upTo: 1024) ?? ""
    let bucket = try node.requiredText(.bucket, upTo: provider == "Local" ? 4096 : 255)
    let location = StorageLocation(provider: provider, region: region, bucket: bucket)
    // Accounts at Azure have no region.
    let isSomewhere = dialect.isFirst || !["Azure", "Google"].contains(provider)
    guard !location.needsKeys || !region.isEmpty || !isSomewhere else {
      throw node.missing(.region)
    }
    return location
  }

  /// A location that the mover can take, with the keys that it needs.
  private static func side(
    _ location: StorageLocation, _ role: CheckedLocation.Role, _ node: Members<NodeMember>,
    _ dialect: TaskDialect
  ) throws(ServiceError) -> Side {
    do throws(LocationProblem) {
      _ = try CheckedLocation(location, as: role)
    } catch {
      throw node.problem(member(of: error.part, role, dialect), error.words)
    }
    return (location, try keys(node, of: location, dialect))
  }

  private static func member(
    of part: LocationProblem.Part, _ role: CheckedLocation.Role, _ dialect: TaskDialect
  ) -> NodeMember {
    switch part {
    case .provider: .cloudType
    case .region: .region
    case .bucket: .bucket
    case .key: role == .destination && !dialect.isFirst ? .savePrefix : .objectKey
    }
  }

  private static func keys(
    _ node: Members<NodeMember>, of location: StorageLocation, _ dialect: TaskDialect
  ) throws(ServiceError) -> StorageKeys? {
    var keys = StorageKeys(
      accessKey: try node.text(.ak, upTo: 100) ?? "",
      secretKey: Secret(try node.text(.sk, upTo: 100) ?? ""))
    if !dialect.isFirst {
      keys.securityToken = try node.secret(.securityToken, upTo: 16384)
      keys.connectionString = try node.secret(.connectionString, upTo: 16384)
      keys.authFile = try node.secret(.authFile, upTo: 65536)
    }
    guard location.needsKeys else { return nil }
    guard !keys.opensAlone(location.provider) else { return keys }
    guard !keys.accessKey.isEmpty else { throw node.missing(.ak) }
    guard !keys.secretKey.isEmpty else { throw node.missing(.sk) }
    return keys
  }
}

extension StorageKeys {
  /// Whether they are a way in that is no pair, at a provider that has one.
  func opensAlone(_ provider: String) -> Bool {
    switch provider {
    case "Azure": connectionString != nil
    case "Google": authFile != nil
    default: false
    }
  }
}
