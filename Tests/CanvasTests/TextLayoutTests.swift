import Canvas
import Testing

struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("héllo", 5), ("he\u{301}llo", 5), ("日本", 4), ("ｆｕｌｌ", 8),
    ("한국", 4), ("👩‍🚀", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤\u{FE0F}", 1), ("ไม่", 2), ("a\u{200B}b", 3),
    ("\u{1B}[31m", 5), ("│━…", 3),
  ])
  func `a text takes as many columns as its characters show`(text: String, width: Int) {
    #expect(columns(of: text) == width)
  }

  @Test(arguments: [
    "\u{1B}", "\u{7}", "\n", "\r", "\t", "\u{0}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2066}",
    "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2028}", "\u{AD}", "\u{E0041}", "\u{301}", "\u{E000}",
  ])
  func `a character without a place on the screen becomes a mark`(text: String) {
    #expect(layOut(text).map(\.character) == ["\u{FFFD}"])
  }

  @Test func `a selector that would make two names look alike becomes a mark`() {
    #expect(layOut("a\u{FE00}").map(\.character) == ["a", "\u{FFFD}"])
  }

  @Test func `a wide character is followed by a cell without width`() {
    #expect(layOut("日").map(\.width) == [2, 0])
  }

  @Test func `of an emoji joined from several the first is kept`() {
    #expect(layOut("👩‍👩‍👧x").map(\.character) == ["👩", " ", "x"])
  }

  @Test func `no more than four marks stay on a character`() {
    let cells = layOut("e" + String(repeating: "\u{301}", count: 50))
    #expect(cells.count == 1)
    #expect(cells[0].character.unicodeScalars.count == 5)
  }

  @Test func `a text that goes on and on is looked at no further than the limit`() {
    #expect(
      layOut(String(repeating: "日", count: 1_000_000), limit: 5).map(\.width) == [2, 0, 2, 0, 1])
  }

  @Test func `in ASCII every cell is ASCII and none is wide`() {
    let cells = layOut("é日👩‍🚀\u{1B}─…", isASCII: true)
    #expect(String(cells.map(\.character)) == "????-~")
  }

  @Test(arguments: [
    ("abc", 5, Alignment.leading, "abc  "), ("abc", 5, .trailing, "  abc"),
    ("abc", 3, .leading, "abc"),
    ("abcd", 3, .leading, "ab…"), ("日本語", 5, .leading, "日本…"), ("日本語", 4, .leading, "日 …"),
    ("abc", 1, .leading, "…"), ("abc", 0, .leading, ""), ("abc", -1, .leading, ""),
    ("", 2, .trailing, "  "),
  ])
  func `a field is padded or cut`(text: String, width: Int, alignment: Alignment, shown: String) {
    let cells = fitted(text, width: width, alignment: alignment)
    #expect(cells.count == max(0, width))
    #expect(String(cells.filter { $0.width > 0 }.map(\.character)) == shown)
  }
}
