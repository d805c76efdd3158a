/// A region of the cloud, by whose name its services are found.
public struct Region: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The region's id, such as `cn-north-4`: small letters, digits and hyphens.
  public let name: String

  /// The region `name`.
  ///
  /// - Throws: ``ConfigurationError`` for a text that cannot be a part of a host's name.
  public init(_ name: String) throws(ConfigurationError) {
    let isName =
      (1...63).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
      }
    guard isName else {
      throw ConfigurationError.region(Quoted(name))
    }
    self.name = name
  }

  /// The region that the address of its migration service names, if it is one.
  public init?(of endpoint: Endpoint) {
    let parts = endpoint.host.split(separator: ".", maxSplits: 2).map(String.init)
    guard parts.count == 3, parts[0] == "oms", let region = try? Region(parts[1]),
      region.domain == parts[2]
    else { return nil }
    self = region
  }

  /// The name.
  public var description: String { name }

  /// Where `service`, such as `oms` or `iam`, listens in this region.
  ///
  /// - Throws: ``ConfigurationError``, which a valid name rules out.
  public func endpoint(of service: String) throws(ConfigurationError) -> Endpoint {
    try Endpoint("https://\(Self.host(of: service, in: name))")
  }

  /// The host of `service` in the region named `region`, which may be one that nobody knows yet.
  package static func host(of service: String, in region: String) -> String {
    "\(service).\(region).\(domain(of: region))"
  }

  private var domain: String { Self.domain(of: name) }

  // The European cloud is one of its own; only its regions have such numbers.
  private static func domain(of region: String) -> String {
    let isEuropean = region.hasPrefix("eu-west-1") && region.count == "eu-west-1xx".count
    return isEuropean ? "myhuaweicloud.eu" : "myhuaweicloud.com"
  }
}
