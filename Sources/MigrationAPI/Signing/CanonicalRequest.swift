import FoundationEssentials

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
    let pieces = decoded(path).split(separator: "/", omittingEmptySubsequences: false)
    let joined = pieces.map { encoded(String($0)) }.joined(separator: "/")
    return joined.hasSuffix("/") ? joined : joined + "/"
  }

  /// The canonical form of a query: sorted in decoded form, then encoded.
  package static func query(_ items: [(name: String, value: String)]) -> String {
    items
      .sorted { one, other in
        one.name == other.name
          ? precedes(one.value, other.value) : precedes(one.name, other.name)
      }
      .map { "\(encoded($0.name))=\(encoded($0.value))" }
      .joined(separator: "&")
  }

  /// Encodes every byte but letters, digits and `-_.~` as `%XX`.
  package static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isUnreserved) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Decodes `%XX` once; a percent sign that begins no escape stays, and so does a plus.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      let escape = rest.prefix(2)
      if byte == UInt8(ascii: "%"), escape.count == 2, let value = hexadecimal(escape) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names and values of a raw query string.
  package static func items(ofRawQuery query: some StringProtocol) -> [(
    name: String, value: String
  )] {
    query.split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(String(parts[0])), parts.count > 1 ? decoded(String(parts[1])) : "")
    }
  }

  private static func hexadecimal(_ digits: Substring.UTF8View) -> UInt8? {
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard values.count == 2 else { return nil }
    return UInt8(values[0] * 16 + values[1])
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      true
    default: false
    }
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
