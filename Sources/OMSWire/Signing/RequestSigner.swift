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

  /// The value of the header `name`, in whatever case it was written.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  fileprivate mutating func add(_ name: String, _ value: String?) {
    guard header(name) == nil, let value else { return }
    headers.append((name, value))
  }
}

/// Signs requests as the official SDKs do; see `SDK-HMAC-SHA256` in the API's signing guide.
package struct RequestSigner: Sendable {
  private let keys: StorageKeys
  private let securityToken: Secret?
  private let projectID: String?

  /// A signer.
  ///
  /// - Parameters:
  ///   - keys: The access key and its secret key.
  ///   - securityToken: The token that belongs to temporary keys.
  ///   - projectID: The project, which is sent along as `X-Project-Id`.
  package init(keys: StorageKeys, securityToken: Secret? = nil, projectID: String? = nil) {
    self.keys = keys
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
    var request = request
    guard request.header("Authorization") == nil else { return request.headers }
    request.add("X-Sdk-Date", RequestSignature.text(of: date))
    let host = request.host
    request.add("Host", host)
    request.add("X-Project-Id", projectID)
    request.add("X-Security-Token", securityToken?.reveal())
    let mark = Self.unsignedMark(for: request)
    request.add("X-Sdk-Content-Sha256", mark)

    let names = request.headers.map { $0.name.lowercased() }.filter { !$0.contains("_") }
    let canonical = canonicalRequest(of: request, signedHeaders: names)
    let signature = RequestSignature.signature(
      of: canonical, date: request.header("X-Sdk-Date") ?? "", secret: keys.secretKey)
    let signed = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ";")
    let authorization =
      "\(RequestSignature.algorithm) Access=\(keys.accessKey), SignedHeaders=\(signed), "
      + "Signature=\(signature)"
    return request.headers + [("Authorization", authorization)]
  }

  private func canonicalRequest(
    of request: UnsignedRequest, signedHeaders: [String]
  ) -> CanonicalRequest {
    let hash =
      request.body.isEmpty
      ? nil : request.header("X-Sdk-Content-Sha256")
    return CanonicalRequest(
      method: request.method, path: request.path, query: request.query, headers: request.headers,
      signedHeaders: signedHeaders,
      payloadHash: hash ?? RequestSignature.payloadHash(request.body))
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
