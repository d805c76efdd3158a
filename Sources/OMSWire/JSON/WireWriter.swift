package import Migration

/// Writes a JSON text from its first byte to its last: the twin of ``WireReader``.
///
/// It sets the commas, and nothing but it reveals a secret, of which it then takes note. Members stand
/// in the order in which they are written.
package struct WireWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  /// The secrets among it, which nobody may see, not even when a service quotes them.
  package private(set) var secrets: [Secret] = []
  private var needsComma = false

  /// A writer at the beginning of a text.
  package init() {}

  /// Writes `null`.
  package mutating func null() { word("null") }

  /// Writes a truth value.
  package mutating func value(_ flag: Bool) { word(flag ? "true" : "false") }

  /// Writes a whole number.
  package mutating func value(_ number: some BinaryInteger) { word(String(number)) }

  /// Writes a number, a whole one without a fraction; what is no number or has no end is `null`.
  package mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    if let whole = Int64(exactly: number) { value(whole) } else { word(number.description) }
  }

  /// Writes a text.
  package mutating func value(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a secret as a text.
  package mutating func value(_ secret: Secret) {
    secrets.append(secret)
    value(secret.reveal())
  }

  /// Writes JSON that was written before.
  package mutating func value(written bytes: [UInt8]) {
    separate()
    self.bytes += bytes
    needsComma = true
  }

  /// Writes what another writer has written.
  mutating func value(_ other: WireWriter) {
    separate()
    bytes += other.bytes
    secrets += other.secrets
    needsComma = true
  }

  /// The bytes of a list whose entries were written before.
  package static func list(ofWritten entries: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(2) { $0 + $1.count + 1 })
    bytes.append(UInt8(ascii: "["))
    for entry in entries {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes += entry
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// Writes a list, whose entries `write` writes one by one.
  package mutating func list<Entries: Sequence>(
    _ entries: Entries, _ write: (inout WireWriter, Entries.Element) -> Void
  ) {
    open("[")
    for entry in entries { write(&self, entry) }
    close("]")
  }

  /// Writes a list of texts.
  package mutating func value(_ texts: [String]) { list(texts) { $0.value($1) } }

  /// Writes an object, whose members `write` writes.
  package mutating func object<Member: CaseIterable & Equatable & Sendable>(
    _ names: MemberNames<Member>, _ write: (inout MemberWriter<Member>) -> Void
  ) {
    open("{")
    var members = MemberWriter(names, self)
    // Kept in one place only, so that nothing is copied.
    self = WireWriter()
    write(&members)
    self = members.writer
    close("}")
  }

  /// Writes an object whose members are called the same everywhere.
  package mutating func object<Member: WireMember>(
    _ type: Member.Type, _ write: (inout MemberWriter<Member>) -> Void
  ) {
    object(Member.names, write)
  }

  /// Writes a member's name and its colon.
  mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func word(_ word: String) {
    separate()
    bytes += word.utf8
    needsComma = true
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
