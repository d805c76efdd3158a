import Migration
import OMSWire

/// One side of a creation, read from `src_node` or `dst_node`.
enum NodeRequest {
  /// A location with its keys.
  typealias Side = (location: StorageLocation, keys: StorageKeys?)

  /// The source, with the objects to move.
  static func source(
    _ node: Members<NodeMember>, of kind: TaskKind, in dialect: TaskDialect
  ) throws(ServiceError) -> Side {
    let provider = try node.text(.cloudType, upTo: 64) ?? ""
    guard kind != .urlList else {
      guard provider == ServedProviders.addresses else {
        throw node.problem(.cloudType, "must be \(ServedProviders.addresses) for url_list")
      }
      return (StorageLocation(provider: provider), nil)
    }
    guard provider.isEmpty || ServedProviders.sources(in: dialect).contains(provider) else {
      throw node.problem(.cloudType, "is not supported")
    }
    var location = try location(node, provider: provider.isEmpty ? "Aliyun" : provider, dialect)
      .ofAccount(appID(node))
    if kind != .list {
      location.keys = try ObjectSelection.keys(node, provider: location.provider, in: dialect)
    }
    return try side(location, .source, node, dialect)
  }

  /// The number of the account that a source is in, as it is shown again; `nil` when it is not said.
  static func appID(_ node: Members<NodeMember>) throws(ServiceError) -> String? {
    let text = try node.text(.appID, upTo: 64) ?? ""
    return text.isEmpty ? nil : text
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
    let sent = try keys.read(node, in: dialect)
    return (location, try keys.needed(sent, for: location, missing: node.missing))
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

  private static let keys = KeyMembers<NodeMember>(
    pair: (.ak, .sk), token: .securityToken, connectionString: .connectionString,
    authFile: .authFile)
}
