import Crypto
package import Migration

/// The arithmetic of `SDK-HMAC-SHA256`.
package enum RequestSignature {
  /// The name of the algorithm, as the `Authorization` header begins.
  package static let algorithm = "SDK-HMAC-SHA256"
  /// The payload hash that says that the body is not covered.
  package static let unsignedPayload = "UNSIGNED-PAYLOAD"

  /// The signature of a request, in lower-case hexadecimal digits.
  ///
  /// - Parameters:
  ///   - request: The request in its canonical form.
  ///   - date: The value of `X-Sdk-Date`.
  ///   - secret: The secret key, whose UTF-8 bytes are the key of the HMAC.
  /// - Returns: 64 digits.
  package static func signature(
    of request: CanonicalRequest, date: String, secret: Secret
  ) -> String {
    signature(of: request, date: date, begun: begin(with: secret))
  }

  /// What all signatures with a secret key have in common.
  static func begin(with secret: Secret) -> HMAC<SHA256> {
    HMAC(key: SymmetricKey(data: Array(secret.reveal().utf8)))
  }

  /// The signature of a request by a secret key with which it was begun.
  static func signature(
    of request: CanonicalRequest, date: String, begun: HMAC<SHA256>
  ) -> String {
    var code = begun
    code.update(data: Array(stringToSign(request, date: date).utf8))
    return hexadecimal(code.finalize())
  }

  /// The three lines that are signed: algorithm, date and the hash of the canonical request.
  package static func stringToSign(_ request: CanonicalRequest, date: String) -> String {
    "\(algorithm)\n\(date)\n\(hexadecimal(SHA256.hash(data: Array(request.text.utf8))))"
  }

  /// The SHA-256 of a body, in lower-case hexadecimal digits.
  package static func payloadHash(_ body: some Collection<UInt8>) -> String {
    body.isEmpty ? emptyHash : hexadecimal(SHA256.hash(data: Array(body)))
  }

  // Most requests have no body.
  private static let emptyHash = hexadecimal(SHA256.hash(data: [UInt8]()))

  private static let digits = Array("0123456789abcdef".utf8)

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = digits
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
