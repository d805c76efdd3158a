package import Migration

/// Writes the members of one object; `nil` is left out.
package struct MemberWriter<Member: CaseIterable & Equatable & Sendable> {
  private(set) var writer: WireWriter
  private let names: MemberNames<Member>

  init(_ names: MemberNames<Member>, _ writer: WireWriter) {
    self.names = names
    self.writer = writer
  }
  /// Writes a member whose value `write` writes.
  package mutating func write(_ member: Member, _ write: (inout WireWriter) -> Void) {
    writer.name(names.name(of: member))
    write(&writer)
  }

  /// Writes a truth value.
  package mutating func write(_ member: Member, _ flag: Bool?) {
    if let flag { write(member) { $0.value(flag) } }
  }

  /// Writes a whole number.
  package mutating func write(_ member: Member, _ number: (some BinaryInteger)?) {
    if let number { write(member) { $0.value(number) } }
  }

  /// Writes a number.
  package mutating func write(_ member: Member, _ number: Double) {
    write(member) { $0.value(number) }
  }

  /// Writes a text.
  package mutating func write(_ member: Member, _ text: String?) {
    if let text { write(member) { $0.value(text) } }
  }

  /// Writes a text that says something; an empty one is left out.
  package mutating func write(_ member: Member, words: String) {
    if !words.isEmpty { write(member, words) }
  }

  /// Writes a secret.
  package mutating func write(_ member: Member, _ secret: Secret?) {
    if let secret { write(member) { $0.value(secret) } }
  }

  /// Writes a list of texts.
  package mutating func write(_ member: Member, _ texts: [String]) {
    write(member) { $0.value(texts) }
  }

  /// Writes `null`.
  package mutating func writeNull(_ member: Member) { write(member) { $0.null() } }
}
