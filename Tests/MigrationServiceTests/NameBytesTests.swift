import TestSupport
import Testing

@testable import MigrationService

/// Names that are no UTF-8.
struct NameBytesTests {
  @Test(
    arguments: [
      [], [0x61], [0xFF], [0x62, 0xFF, 0x63], [0xC3], [0xC3, 0xA9], [0xE4, 0xB8, 0x41],
      [0xF0, 0x9F, 0x98, 0x80, 0x80], [0xEF, 0xBF, 0xBD], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ] as [[UInt8]])
  func `a name becomes a text and the same bytes again`(bytes: [UInt8]) {
    let text = NameBytes.text(bytes[...])
    #expect(NameBytes.bytes(text) == bytes)
    #expect(NameBytes.isMarked(text) == (String(validating: bytes, as: UTF8.self) == nil))
    #expect(NameBytes.bytes(ObjectName.read(ObjectName.spell(text))) == bytes)
  }

  @Test func `any bytes at all become a text and the same bytes again`() {
    var generator = Generator(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
      #expect(NameBytes.bytes(NameBytes.text(bytes[...])) == bytes)
    }
  }

  @Test func `names that look alike in the log are found one after the other`() {
    var names = LossyNames()
    let (one, other) = (NameBytes.text([0x62, 0xFF]), NameBytes.text([0x62, 0xFE]))
    for name in [one, other, one, "plain"] { names.note(name) }
    #expect(names.candidates(for: "b\u{FFFD}") == [one, other])
    #expect(names.candidates(for: "b\u{FFFD}\u{FFFD}") == [one, other])
    #expect(names.candidates(for: "plain") == ["plain"])
    #expect(names.candidates(for: "c\u{FFFD}") == ["c\u{FFFD}"])
  }

  @Test(
    arguments: [
      ("short.67b87f33.ferry-part", "short"), ("a/b c.00000000.ferry-part", "a/b c"),
      ("short.67b87f33.partial", nil), ("short.67b87f3.ferry-part", nil), ("short", nil),
      ("short.67b87fxx.ferry-part", nil), (".ferry-part", nil),
    ] as [(String, String?)])
  func `the name of a file on its way is undone`(name: String, original: String?) {
    #expect(PartialName.original(name) == original)
  }
}
