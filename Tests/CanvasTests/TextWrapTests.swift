import Canvas
import Testing

struct TextWrapTests {
  @Test(arguments: [
    ("", 5, [""]), ("one", 5, ["one"]), ("one two", 7, ["one two"]),
    ("one two", 6, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("日本語", 4, ["日本", "語"]), ("日本", 1, ["日", "本"]),
    ("a abcdef b", 4, ["a", "abcd", "ef b"]),
  ])
  func `a text is broken between words and otherwise anywhere`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(wrap(text, width: width) == lines)
  }

  @Test func `a text of too many lines ends in an ellipsis`() {
    #expect(wrap("one two three four", width: 5, limit: 2) == ["one", "two…"])
  }

  @Test func `no line is wider than asked for`() {
    let text = "日本 \u{1B}[2J nightly 👩‍🚀 abcdefghijklmnop e\u{301}e\u{301}e\u{301}"
    for width in 2...30 {
      for line in wrap(text, width: width) { #expect(columns(of: line) <= width) }
    }
  }
}
