import Crypto
package import FoundationEssentials
package import Migration

/// A request before it is signed and sent.
package struct UnsignedRequest: Sendable {
  /// The HTTP method.
  package var method: String
  /// The value of the `Host` header: the host, with its port where the request line carries one.
  package var host: String
  /// The path as it is sent.
  package var path: String
  /// Names and values of the query, decoded.
  package var query: [(name: String, value: String)]
  /// Headers so far; a name appears once.
  package var headers: [(name: String, value: String)]
  /// The body; empty when there is none.
  package var body: [UInt8]

  /// A request.
  package init(
    method: String, host: String, path: String, query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.host = host
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}

/// Signs requests as the official SDKs do; see `SDK-HMAC-SHA256` in the API's signing guide.
package struct RequestSigner: Sendable {
  private let accessKey: String
  private let begun: HMAC<SHA256>
  private let securityToken: Secret?
  private let projectID: String?

  /// A signer.
  ///
  /// - Parameters:
  ///   - keys: The access key and its secret key.
  ///   - securityToken: The token that belongs to temporary keys.
  ///   - projectID: The project, which is sent along as `X-Project-Id`.
  package init(keys: StorageKeys, securityToken: Secret? = nil, projectID: String? = nil) {
    accessKey = keys.accessKey
    begun = RequestSignature.begin(with: keys.secretKey)
    self.securityToken = securityToken
    // The identity service is asked without a project; an empty header would not survive proxies.
    self.projectID = projectID?.isEmpty == true ? nil : projectID
  }

  /// The headers to send with `request`, the signature among them.
  ///
  /// Every header that is there is signed, but those with an underscore in their name, which
  /// gateways drop. A request that has an `Authorization` already is left as it is.
  ///
  /// - Parameters:
  ///   - request: What is to be sent, byte for byte.
  ///   - date: The time to sign for, unless the request has an `X-Sdk-Date`.
  /// - Returns: All headers, in the order they were given, the signature last.
  package func signedHeaders(
    of request: UnsignedRequest, at date: Date
  ) -> [(name: String, value: String)] {
    var headers = HeadersToSign(request.headers)
    guard headers["authorization"] == nil else { return request.headers }
    let dateText =
      headers["x-sdk-date"] ?? headers.adding("X-Sdk-Date", RequestSignature.text(of: date))
    headers.add("Host", request.host)
    headers.add("X-Project-Id", projectID)
    headers.add("X-Security-Token", securityToken?.reveal())
    headers.add("X-Sdk-Content-Sha256", Self.unsignedMark(for: request))

    let hash = request.body.isEmpty ? nil : headers["x-sdk-content-sha256"]
    let canonical = CanonicalRequest(
      method: request.method, path: request.path, query: request.query,
      smallHeaders: headers.small,
      smallNames: headers.small.map(\.name).filter { !$0.utf8.contains(UInt8(ascii: "_")) },
      payloadHash: hash ?? RequestSignature.payloadHash(request.body))
    let signature = RequestSignature.signature(of: canonical, date: dateText, begun: begun)
    let authorization =
      "\(RequestSignature.algorithm) Access=\(accessKey), "
      + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
    return headers.all + [("Authorization", authorization)]
  }

  // The SDK leaves bodies that are neither JSON nor BSON out of the signature, and looks for the
  // content type in this spelling only.
  private static func unsignedMark(for request: UnsignedRequest) -> String? {
    guard let type = request.headers.first(where: { $0.name == "Content-Type" })?.value else {
      return nil
    }
    let isCovered = type.hasPrefix("application/json") || type.hasPrefix("application/bson")
    return isCovered ? nil : RequestSignature.unsignedPayload
  }
}

/// Headers, with their names in small letters beside them: these are made once.
private struct HeadersToSign {
  /// The headers as they are sent.
  private(set) var all: [(name: String, value: String)]
  /// The same with names in small letters.
  private(set) var small: [(name: String, value: String)]

  init(_ headers: [(name: String, value: String)]) {
    all = headers
    small = headers.map { ($0.name.lowercased(), $0.value) }
    all.reserveCapacity(headers.count + 6)
    small.reserveCapacity(headers.count + 5)
  }

  /// The value of the header with this name, which is in small letters.
  subscript(name: String) -> String? { small.first { $0.name == name }?.value }

  /// Adds a header, unless it is there already or has no value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, self[name.lowercased()] == nil else { return }
    _ = adding(name, value)
  }

  /// Adds a header that is not there yet, and returns its value.
  mutating func adding(_ name: String, _ value: String) -> String {
    all.append((name, value))
    small.append((name.lowercased(), value))
    return value
  }
}
