/// The leaves of an XML document, one after the other: enough for the lists of a store.
struct XMLLeaves: Sequence, IteratorProtocol {
  /// An element without elements in it.
  struct Leaf: Equatable {
    /// The name, as it is written.
    let name: String
    /// The text.
    let text: String
  }

  private var rest: ArraySlice<UInt8>
  private var open: ArraySlice<UInt8>?

  /// The leaves of `bytes`.
  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func next() -> Leaf? {
    while let start = rest.firstIndex(of: UInt8(ascii: "<")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      let text = rest[..<start]
      let tag = rest[(start + 1)..<end]
      rest = rest[(end + 1)...]
      if tag.first == UInt8(ascii: "/") {
        defer { open = nil }
        guard let open, open.elementsEqual(tag.dropFirst()) else { continue }
        return Leaf(name: String(decoding: open, as: UTF8.self), text: Self.plain(text))
      }
      let name = tag.prefix { $0 != UInt8(ascii: " ") }
      if tag.last == UInt8(ascii: "/") {
        open = nil
      } else {
        open = name
      }
    }
    return nil
  }

  /// The text without entities.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var plain = ""
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)
    plain += parts.removeFirst()
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let scalar = scalar(part[..<end]) else {
        plain += "&" + part
        continue
      }
      plain.unicodeScalars.append(scalar)
      plain += part[part.index(after: end)...]
    }
    return plain
  }

  private static func scalar(_ entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.first == "#" else { return nil }
      let digits = entity.dropFirst()
      let number =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init)
    }
  }
}
