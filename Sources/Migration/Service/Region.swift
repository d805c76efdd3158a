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
    guard let found = endpoint.host.wholeMatch(of: #/oms\.([a-z0-9-]+)\.myhuaweicloud\.com/#) else {
      return nil
    }
    name = String(found.output.1)
  }

  /// The name.
  public var description: String { name }

  /// Where `service`, such as `oms` or `iam`, listens in this region.
  ///
  /// - Throws: ``ConfigurationError``, which a valid name rules out.
  public func endpoint(of service: String) throws(ConfigurationError) -> Endpoint {
    try Endpoint("https://\(service).\(name).myhuaweicloud.com")
  }
}
