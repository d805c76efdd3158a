import Migration

/// A request in the one form that both sides of an `SDK-HMAC-SHA256` signature agree on.
package struct CanonicalRequest: Equatable, Sendable {
  /// The six parts, joined by line feeds.
  package let text: String
  /// The names of the headers that it covers, in its order, joined by semicolons.
  let signedHeaders: String

  /// Brings a request into its canonical form.
  ///
  /// - Parameters:
  ///   - method: The HTTP method, in any case.
  ///   - path: The path as it is sent, without the query; it is decoded once and encoded anew.
  ///   - query: Names and values, decoded; the order does not matter.
  ///   - headers: At least all headers that `signedHeaders` names.
  ///   - signedHeaders: The names of the headers that the signature covers, in any case and order.
  ///   - payloadHash: ``RequestSignature/payloadHash(_:)`` of the body.
  package init(
    method: String, path: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], signedHeaders: [String], payloadHash: String
  ) {
    self.init(
      method: method, path: path, query: query,
      smallHeaders: headers.map { (name: $0.name.lowercased(), value: $0.value) },
      smallNames: signedHeaders.map { $0.lowercased() }, payloadHash: payloadHash)
  }

  /// The same, with all names in small letters already.
  init(
    method: String, path: String, query: [(name: String, value: String)],
    smallHeaders: [(name: String, value: String)], smallNames: [String], payloadHash: String
  ) {
    let names = smallNames.sorted(by: Self.precedes)
    signedHeaders = names.joined(separator: ";")
    var text = "\(method.uppercased())\n\(Self.path(path))\n\(Self.query(query))\n"
    for name in names {
      text += name
      var separator = ":"
      for header in smallHeaders where header.name == name {
        text += separator
        text += Self.trimmed(header.value)
        separator = ","
      }
      text += separator == ":" ? ":\n" : "\n"
    }
    text += "\n\(signedHeaders)\n\(payloadHash)"
    self.text = text
  }

  /// The canonical form of a path: every piece encoded anew, with a slash at the end.
  package static func path(_ path: String) -> String {
    let pieces = PercentEncoding.decoded(path).split(
      separator: "/", omittingEmptySubsequences: false)
    let joined = pieces.map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
    return joined.hasSuffix("/") ? joined : joined + "/"
  }

  /// The canonical form of a query: sorted in decoded form, then encoded.
  package static func query(_ items: [(name: String, value: String)]) -> String {
    items
      .sorted { one, other in
        one.name == other.name
          ? precedes(one.value, other.value) : precedes(one.name, other.name)
      }
      .map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }
      .joined(separator: "&")
  }

  // Swift orders strings by canonical equivalence; the signature wants code points.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// A header's value without the blanks around it.
  private static func trimmed(_ value: String) -> Substring {
    // Values that neither begin nor end in one, nor in something beyond ASCII, are as they are.
    if let first = value.utf8.first, let last = value.utf8.last, first > 0x20, first < 0x80,
      last > 0x20, last < 0x80
    {
      return value[...]
    }
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    let tail = value.drop(while: isBlank)
    guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return "" }
    return tail[...last]
  }
}
