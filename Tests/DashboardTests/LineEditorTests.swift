import Canvas
import Testing

@testable import Dashboard

struct LineEditorTests {
  /// The line after `keys`, with a bar where the cursor is.
  private func line(_ text: String, _ keys: [Key]) -> String {
    var editor = LineEditor(text)
    for key in keys {
      let isTaken = editor.take(key)
      #expect(isTaken)
    }
    return editor.before + "|" + editor.after
  }

  @Test(
    arguments: [
      ([], "abc def|"), ([.backspace], "abc de|"), ([.left], "abc de|f"),
      ([.left, .right], "abc def|"), ([.right], "abc def|"), ([.home], "|abc def"),
      ([.home, .left], "|abc def"), ([.home, .backspace], "|abc def"), ([.home, .end], "abc def|"),
      ([.home, .delete], "|bc def"), ([.control("d")], "abc def|"), ([.control("w")], "abc|"),
      ([.control("w"), .control("w")], "|"), ([.with(.alt, .backspace)], "abc|"),
      ([.left, .control("w")], "abc |f"),
      ([.with(.alt, .character("b"))], "abc |def"), ([.with(.control, .left)], "abc |def"),
      ([.home, .with(.alt, .character("f"))], "abc| def"),
      ([.home, .with(.alt, .character("d"))], "| def"), ([.left, .control("u")], "|f"),
      ([.home, .control("k")], "|"), ([.home, .right, .character("X")], "aX|bc def"),
      ([.left, .paste("1\n2")], "abc de1|f"), ([.home, .control("e")], "abc def|"),
      ([.control("a"), .control("f"), .control("b")], "|abc def"),
    ] as [([Key], String)])
  func `a line is edited by the keys of a shell`(keys: [Key], expected: String) {
    #expect(line("abc def", keys) == expected)
  }

  @Test func `a mark joins the character before the cursor`() {
    #expect(line("", [.character("e"), .character("\u{301}"), .left]) == "|é")
  }

  @Test func `no line grows beyond its limit`() {
    var editor = LineEditor("ab", limit: 3)
    _ = editor.take(.paste("cde"))
    #expect(editor.text == "abc")
    _ = editor.take(.home)
    _ = editor.take(.character("x"))
    #expect(editor.text == "abc")
  }

  @Test(arguments: [
    Key.enter, .escape, .up, .tab, .function(1), .with(.alt, .character("s")), .control("g"),
    .with(.control, .character("s")),
  ])
  func `what is no key to edit with changes nothing`(key: Key) {
    var editor = LineEditor("abc")
    let isTaken = editor.take(key)
    #expect(!isTaken)
    #expect(editor == LineEditor("abc"))
  }
}
