import Crypto
import FoundationEssentials
import Migration
import OMSWire

/// The signature that S3 stores ask for, `AWS4-HMAC-SHA256`, of a request without a body.
struct S3Signature {
  /// The headers to send with the request.
  let headers: [(name: String, value: String)]

  /// Signs a request.
  ///
  /// - Parameters:
  ///   - method: The HTTP method.
  ///   - path: The path as it is sent.
  ///   - query: The query as it is sent, in the order of its names; may be empty.
  ///   - address: The store.
  ///   - keys: Who asks.
  ///   - date: When.
  init(
    _ method: String, _ path: String, query: String, at address: S3Address, keys: StorageKeys,
    date: Date
  ) {
    let time = RequestSignature.text(of: date)
    let hash = RequestSignature.payloadHash([])
    let token = keys.securityToken?.reveal()
    let names =
      "host;x-amz-content-sha256;x-amz-date" + (token == nil ? "" : ";x-amz-security-token")
    let canonical = """
      \(method)
      \(path)
      \(query)
      host:\(address.host)
      x-amz-content-sha256:\(hash)
      x-amz-date:\(time)\(token.map { "\nx-amz-security-token:\($0)" } ?? "")

      \(names)
      \(hash)
      """
    let scope = "\(time.prefix(8))/\(address.region)/s3/aws4_request"
    let text =
      "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n"
      + RequestSignature.payloadHash(canonical.utf8)
    let key = scope.split(separator: "/").reduce(
      SymmetricKey(data: Data("AWS4\(keys.secretKey.reveal())".utf8))
    ) { SymmetricKey(data: Data(HMAC<SHA256>.authenticationCode(for: Data($1.utf8), using: $0))) }
    let signature = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let temporary = token.map { [("x-amz-security-token", $0)] } ?? []
    headers =
      temporary + [
        ("x-amz-content-sha256", hash), ("x-amz-date", time),
        (
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=\(keys.accessKey)/\(scope), SignedHeaders=\(names), "
            + "Signature=\(signature)"
        ),
      ]
  }
}
