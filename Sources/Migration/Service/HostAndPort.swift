/// The place in an address: `HOST`, `HOST:PORT`, `[IPV6]` or `[IPV6]:PORT`.
package struct HostAndPort: Hashable, Sendable {
  /// The name or the number; an IPv6 address without brackets.
  package let host: String
  /// The port, from 0; `nil` when there is none.
  package let port: Int?

  /// Reads a place; `nil` for anything else, such as an IPv6 address without its brackets.
  package init?(_ text: some StringProtocol) {
    let rest: Substring
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = String(text[text.index(after: text.startIndex)..<end]).lowercased()
      guard host.contains(":"), host.unicodeScalars.allSatisfy(Self.isInBrackets) else {
        return nil
      }
      rest = Substring(text[text.index(after: end)...])
    } else {
      host = String(text.prefix { $0 != ":" }).lowercased()
      guard !host.isEmpty, host.unicodeScalars.allSatisfy(Self.isInName) else { return nil }
      rest = Substring(text).dropFirst(host.count)
    }
    guard !rest.isEmpty else {
      port = nil
      return
    }
    guard rest.first == ":", let number = UInt16(rest.dropFirst()), rest.dropFirst().first != "+"
    else { return nil }
    port = Int(number)
  }

  /// Whether it is this machine itself, so that nothing leaves it.
  package var isThisMachine: Bool { Self.isThisMachine(host) }

  /// Whether `host`, an IPv6 address without brackets, is this machine itself.
  package static func isThisMachine(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || IPv4(host).map { $0.bits >> 24 == 127 } ?? false
  }

  /// `host` as addresses have it: an IPv6 address in brackets.
  package static func text(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

  private static func isInBrackets(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isASCIIHexDigit || ":.%".unicodeScalars.contains(scalar) || isInName(scalar)
  }

  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 32 && scalar.value < 127
      && !"@\\\"<>?#/[]:".unicodeScalars.contains(scalar)
  }
}
