import OMSWire

/// The parts of an `Authorization` header of `SDK-HMAC-SHA256`.
struct Authorization: Equatable {
  /// The access key.
  let accessKey: String
  /// The names of the signed headers, in lower case.
  let signedHeaders: [String]
  /// The signature, in hexadecimal digits.
  let signature: String

  /// The parts of `header`, or `nil` when it is of another kind or lacks one; blanks after the
  /// commas may be missing or more.
  init?(_ header: String) {
    let prefix = "\(RequestSignature.algorithm) "
    guard header.hasPrefix(prefix) else { return nil }
    var parts: [Substring: Substring] = [:]
    for part in header.dropFirst(prefix.count).split(separator: ",") {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, parts[pair[0]] == nil else { return nil }
      parts[pair[0]] = pair[1].prefix { $0 != " " }
    }
    guard let access = parts["Access"], let names = parts["SignedHeaders"],
      let signature = parts["Signature"]
    else { return nil }
    accessKey = String(access)
    signedHeaders = names.split(separator: ";").map { $0.lowercased() }
    self.signature = String(signature)
  }
}
