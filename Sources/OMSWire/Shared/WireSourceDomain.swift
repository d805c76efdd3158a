package import Migration

/// `source_cdn`, both ways; its key is sent and never comes back.
package struct WireSourceDomain: Codable {
  package let domain: SourceDomain
  private var key: Secret?

  private enum CodingKeys: String, CodingKey {
    case domain
    case scheme = "protocol"
    case authentication = "authentication_type"
    case key = "authentication_key"
  }

  package init(_ domain: SourceDomain, key: Secret?) {
    self.domain = domain
    self.key = key
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    domain = SourceDomain(
      domain: container.text(.domain), scheme: container.text(.scheme),
      authentication: container.text(.authentication))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(domain.domain, forKey: .domain)
    try container.encode(domain.scheme, forKey: .scheme)
    try container.encode(domain.authentication, forKey: .authentication)
    try container.encodeIfPresent(key?.reveal(), forKey: .key)
  }
}
