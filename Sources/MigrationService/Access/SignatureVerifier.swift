import FoundationEssentials
import Migration
import OMSWire

/// Checks that requests are signed with a known access key; follows section 6 of the signing
/// reference.
struct SignatureVerifier: Sendable {
  /// What of a request its signature can cover.
  struct SignedRequest: Sendable {
    /// The HTTP method.
    var method: String
    /// The path and query as they came, not decoded.
    var target: String
    /// All headers, `Host` among them.
    var headers: [(name: String, value: String)]
    /// The bytes of the body.
    var body: [UInt8]

    /// A request as it came.
    init(
      method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
    ) {
      self.method = method
      self.target = target
      self.headers = headers
      self.body = body
    }

    fileprivate func values(_ name: String) -> [String] {
      headers.filter { $0.name.lowercased() == name }.map(\.value)
    }
  }

  private let keys: [String: AccessKey]
  private let lockout = KeyLockout()
  private let now: @Sendable () -> Date

  /// A verifier that knows `keys`.
  init(keys: [AccessKey], now: @escaping @Sendable () -> Date = { Date() }) {
    self.keys = Dictionary(keys.map { ($0.keys.accessKey, $0) }) { first, _ in first }
    self.now = now
  }

  /// The project whose key `request` is signed with.
  ///
  /// - Throws: 401 with the reason in words, or 403 when `X-Project-Id` names another project.
  func project(of request: SignedRequest) throws(ServiceError) -> String {
    let (authorization, date, key) = try claim(of: request)
    let canonical = canonicalRequest(request, authorization)
    let expected = RequestSignature.signature(
      of: canonical, date: date, secret: key.keys.secretKey)
    guard Self.areEqual(expected, authorization.signature) else {
      lockout.fail(authorization.accessKey, at: now())
      let bars = canonical.text.replacing("\n", with: "|")
      throw .unauthenticated("verify aksk signature fail, canonicalRequest:\(bars)")
    }
    lockout.succeed(authorization.accessKey)
    guard request.values("x-project-id").allSatisfy({ $0 == key.project }) else {
      throw .otherProject
    }
    return key.project
  }

  /// Refuses what no body could make right, before any of it is read.
  ///
  /// - Throws: 401 with the reason in words.
  func check(headersOf request: SignedRequest) throws(ServiceError) {
    _ = try claim(of: request)
  }

  /// Who says that he has sent a request, and when.
  private func claim(
    of request: SignedRequest
  ) throws(ServiceError) -> (Authorization, date: String, AccessKey) {
    guard let header = request.values("authorization").first else {
      throw .unauthenticated("x-auth-token not found")
    }
    guard let authorization = Authorization(header) else {
      throw .unauthenticated("decrypt token fail")
    }
    let date = try signingDate(request, authorization)
    guard let key = keys[authorization.accessKey] else {
      throw .unauthenticated("Get secretKey failed")
    }
    guard !lockout.isLocked(authorization.accessKey, at: now()) else {
      throw .unauthenticated("AK access failed to reach the limit")
    }
    return (authorization, date, key)
  }

  private func signingDate(
    _ request: SignedRequest, _ authorization: Authorization
  ) throws(ServiceError) -> String {
    let names = authorization.signedHeaders
    guard Set(names).isSuperset(of: ["x-sdk-date", "host"]), Set(names).count == names.count,
      names.allSatisfy({ !request.values($0).isEmpty })
    else {
      throw .unauthenticated("signed headers are missing; host and x-sdk-date must be signed")
    }
    guard let text = request.values("x-sdk-date").first,
      let date = RequestSignature.date(of: text)
    else { throw .unauthenticated("X-Sdk-Date has a wrong format") }
    guard abs(date.timeIntervalSince(now())) <= 15 * 60 else {
      throw .unauthenticated("signature expired")
    }
    // Temporary keys are not given out here, so none can be valid.
    guard request.values("x-security-token").isEmpty else {
      throw .unauthenticated("Get secretKey failed")
    }
    return text
  }

  private func canonicalRequest(
    _ request: SignedRequest, _ authorization: Authorization
  ) -> CanonicalRequest {
    let parts = request.target.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return CanonicalRequest(
      method: request.method, path: parts.first.map(String.init) ?? "/",
      query: parts.count > 1 ? PercentEncoding.items(ofRawQuery: parts[1]) : [],
      headers: request.headers, signedHeaders: authorization.signedHeaders,
      payloadHash: payloadHash(request, authorization))
  }

  /// What stands for the body in the signature: its hash, whatever the caller says that it is.
  ///
  /// Only bodies that are neither JSON nor BSON may be left out, and no request here needs one.
  private func payloadHash(_ request: SignedRequest, _ authorization: Authorization) -> String {
    let type = request.values("content-type").first ?? ""
    let mustBeCovered =
      type.isEmpty || type.hasPrefix("application/json") || type.hasPrefix("application/bson")
    let isMarked =
      authorization.signedHeaders.contains("x-sdk-content-sha256")
      && request.values("x-sdk-content-sha256") == [RequestSignature.unsignedPayload]
    guard isMarked, !mustBeCovered, !request.body.isEmpty else {
      return RequestSignature.payloadHash(request.body)
    }
    return RequestSignature.unsignedPayload
  }

  // Takes the same time wherever the texts differ.
  private static func areEqual(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
