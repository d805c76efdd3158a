import FoundationEssentials
import Migration

/// A request in the one form that both sides of an `SDK-HMAC-SHA256` signature agree on.
package struct CanonicalRequest: Equatable, Sendable {
  /// The six parts, joined by line feeds.
  package let text: String

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
    let names = signedHeaders.map { $0.lowercased() }.sorted(by: Self.precedes)
    let headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
    let lines = names.map { name in
      let values = headers.filter { $0.name == name }.map { Self.trimmed($0.value) }
      return "\(name):\(values.joined(separator: ","))\n"
    }
    text = [
      method.uppercased(), Self.path(path), Self.query(query), lines.joined(),
      names.joined(separator: ";"), payloadHash,
    ].joined(separator: "\n")
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

  private static func trimmed(_ value: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    let tail = value.drop(while: isBlank)
    guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(tail[...last])
  }
}
