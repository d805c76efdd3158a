import Crypto
package import FoundationEssentials
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
    let key = SymmetricKey(data: Array(secret.reveal().utf8))
    let text = stringToSign(request, date: date)
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  /// The three lines that are signed: algorithm, date and the hash of the canonical request.
  package static func stringToSign(_ request: CanonicalRequest, date: String) -> String {
    "\(algorithm)\n\(date)\n\(hexadecimal(SHA256.hash(data: Array(request.text.utf8))))"
  }

  /// The SHA-256 of a body, in lower-case hexadecimal digits.
  package static func payloadHash(_ body: some Collection<UInt8>) -> String {
    hexadecimal(SHA256.hash(data: Array(body)))
  }

  /// A date as `X-Sdk-Date` has it: `20240229T235959Z`, in UTC.
  package static func text(of date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted,
        timeZoneSeparator: .omitted, includingFractionalSeconds: false, timeZone: .gmt))
  }

  /// The date that an `X-Sdk-Date` names, or `nil` when its format is wrong.
  package static func date(of text: String) -> Date? {
    guard text.utf8.count == 16 else { return nil }
    return try? Date(
      text,
      strategy: Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted,
        timeZoneSeparator: .omitted, includingFractionalSeconds: false, timeZone: .gmt))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
