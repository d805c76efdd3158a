import Canvas
import Testing

@testable import Terminal

struct InputParserTests {
  /// What is in `text`, with nothing to follow.
  private func inputs(_ text: String) -> [Input] {
    var parser = InputParser()
    return parser.take(Array(text.utf8)) + parser.timeIsUp()
  }

  @Test(
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")),
      ("日", .character("日")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
      ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{1B}", .escape),
      ("\u{03}", .control("c")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
      ("\u{1F}", .control("_")),
    ] as [(String, Key)])
  func `a character is itself`(text: String, key: Key) {
    #expect(inputs(text) == [.key(key)])
  }

  @Test(
    arguments: [
      ("[A", .up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home), ("OH", .home),
      ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end),
      ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
      ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)), ("[15~", .function(5)),
      ("[[E", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)), ("OM", .enter),
      ("Oj", .character("*")), ("[1;1C", .right), ("[3;1~", .delete), ("[1;129A", .up),
    ] as [(String, Key)])
  func `a sequence is its key, whatever the terminal`(sequence: String, key: Key) {
    #expect(inputs("\u{1B}" + sequence) == [.key(key)])
  }

  @Test(
    arguments: [
      ("s", .alt, .character("s")), ("D", .alt, .character("D")), ("н", .alt, .character("н")),
      ("\u{7F}", .alt, .backspace), ("\r", .alt, .enter), ("\u{3}", .alt, .control("c")),
      ("[1;5C", .control, .right), ("O5C", .control, .right), ("[3;5~", .control, .delete),
      ("[3;3~", .alt, .delete), ("[3;2~", .shift, .delete), ("[1;2P", .shift, .function(1)),
      ("[7$", .shift, .home), ("[8^", .control, .end), ("[3@", [.control, .shift], .delete),
      ("[a", .shift, .up), ("Oa", .control, .up), ("\u{1B}[A", .alt, .up), ("\u{1B}OA", .alt, .up),
      ("[115;3u", .alt, .character("s")), ("[27;3;115~", .alt, .character("s")),
      ("[27;5;9~", .control, .tab),
    ] as [(String, Modifiers, Key)])
  func `a key with another held down is not the bare key`(
    sequence: String, modifiers: Modifiers, key: Key
  ) {
    #expect(inputs("\u{1B}" + sequence) == [.key(.with(modifiers, key))])
  }

  @Test(
    arguments: [
      ("[27u", .escape), ("[27;1:1u", .escape), ("[99;5u", .control("c")),
      ("[27;5;99~", .control("c")), ("[27;1;27~", .escape), ("[108;5u", .control("l")),
      ("[13u", .enter), ("[9;2u", .backTab), ("[115u", .character("s")),
      ("[115;2u", .character("S")), ("[47:63;2u", .character("?")),
      ("[27;2;63~", .character("?")), ("[91;5u", .escape), ("[57414u", .enter),
      ("[57402u", .character("3")), ("[57420u", .down), ("[1085u", .character("н")),
    ] as [(String, Key)])
  func `newer encodings that a crashed program left on are understood`(
    sequence: String, key: Key
  ) {
    #expect(inputs("\u{1B}" + sequence) == [.key(key)])
  }

  @Test(
    arguments: [
      ("[115;1:1u", .press), ("[115;1:2u", .again), ("[115;1:3u", .release),
    ] as [(String, Input.Phase)])
  func `pressing, holding and letting go are told apart`(sequence: String, phase: Input.Phase) {
    #expect(inputs("\u{1B}" + sequence) == [.key(.character("s"), phase)])
  }

  @Test(arguments: [
    "[I", "[O", "[?1;2c", "[>1;10;0c", "[<35;10;10M", "[<0;1;1m", "[M !!", "[M\u{0}yy",
    "[12;40R", "[1;2R", "[?2026;0$y", "[?2026;4$y", "[?2027;2$y",
    "[?2026;2$$y", "[?2026;2$0y", "[?2026$2y", "[2026;2$y", "[?2026;2y", "[?2026;2$x", "[12;2$y",
    "[200", "[99~", "[1n", "[?0n", "[32;10;10M",
    "[8;24;80t", "[?1u", "[57441u", "[201~", "O", "[", "[[", "[[y",
    "]11;rgb:dddd/yyyy/yyyy\u{07}", "]52;c;eXk=\u{1B}\\", "P1+r6b=79\u{1B}\\", "P>|y\u{07}y(388)",
    "_Gi=31;OK\u{1B}\\", "^y\u{1B}\\", "Xy\u{1B}\\", "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15y",
    "[99999999999999999999999999~", "[1é;y", "[1\u{7F}y", "[\u{7F}y",
  ])
  func `what is no key is swallowed whole`(report: String) {
    #expect(inputs("\u{1B}" + report).isEmpty)
  }

  @Test func `the answer to the question whether all has arrived is told`() {
    #expect(inputs("a\u{1B}[0nb") == [.key(.character("a")), .statusReport, .key(.character("b"))])
  }

  @Test(arguments: ["[?2026;1$y", "[?2026;2$y"])
  func `the answer that frames can be held back is told`(answer: String) {
    #expect(
      inputs("a\u{1B}\(answer)b") == [.key(.character("a")), .canHold, .key(.character("b"))])
  }

  @Test(arguments: ["\u{03}", "\u{1A}", "\u{0D}"])
  func `a control character breaks a sequence off and is heard`(control: String) {
    let key = Key.control
    let expected = ["\u{03}": key("c"), "\u{1A}": key("z"), "\u{0D}": .enter][control]
    #expect(inputs("\u{1B}[1;" + control) == [expected.map { .key($0) }].compactMap(\.self))
  }

  @Test(arguments: ["]", "P", "_", "^", "X"])
  func `whoever opened an answer by Alt and a key gets out by Control-C`(opener: String) {
    #expect(inputs("\u{1B}\(opener)abc\u{03}d") == [.key(.control("c")), .key(.character("d"))])
  }

  @Test func `Escape begins a new sequence in the middle of another`() {
    #expect(inputs("\u{1B}[1;\u{1B}[A") == [.key(.up)])
    #expect(inputs("\u{1B}]0;title\u{1B}[A") == [.key(.up)])
  }

  @Test func `Escape twice is both`() {
    #expect(inputs("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  @Test(arguments: ["y", "yes\n", "\u{1B}[3~", "\u{03}", "a\u{1B}[200~b", "", "日本"])
  func `pasted text is one key, whatever is in it`(text: String) {
    let pasted = inputs("\u{1B}[200~\(text)\u{1B}[201~q")
    #expect(pasted == [.key(.paste(text)), .key(.character("q"))])
  }

  @Test func `line ends in pasted text are newlines`() {
    #expect(inputs("\u{1B}[200~a\rb\r\nc\u{1B}[201~") == [.key(.paste("a\nb\nc"))])
  }

  @Test func `a huge paste is cut and ends all the same`() {
    let text = String(repeating: "y", count: PasteCollector.limit + 1000)
    let cut = String(repeating: "y", count: PasteCollector.limit)
    #expect(
      inputs("\u{1B}[200~\(text)\u{1B}[201~q") == [.key(.paste(cut)), .key(.character("q"))])
  }

  @Test(arguments: [[0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00], [0xE6, 0x97]])
  func `bytes that are no text are no keys`(bytes: [UInt8]) {
    var parser = InputParser()
    #expect(parser.take(bytes + [0x61]) == [.key(.character("a"))])
  }
}
