import Canvas
import Testing

@testable import Terminal

struct KeyParserTests {
  /// The keys in `text`, with nothing to follow.
  private func keys(_ text: String) -> [Key] {
    var parser = KeyParser()
    return parser.feed(Array(text.utf8)) + parser.expire()
  }

  @Test(
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")),
      ("日", .character("日")), ("👩‍🚀", .character("👩‍🚀")), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{1B}", .escape),
      ("\u{03}", .control("c")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
      ("\u{1F}", .control("_")),
    ] as [(String, Key)])
  func `a character is itself`(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test(
    arguments: [
      ("[A", .up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home), ("OH", .home),
      ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end),
      ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
      ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)), ("[15~", .function(5)),
      ("[[E", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)), ("OM", .enter),
      ("Oj", .character("*")), ("[1;5C", .right), ("[3;2~", .delete), ("[1;2P", .function(1)),
      ("[7$", .home), ("[8^", .end), ("[a", .up),
    ] as [(String, Key)])
  func `a sequence is its key, whatever the terminal`(sequence: String, key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    "[I", "[O", "[?1;2c", "[<35;10;10M", "[<0;1;1m", "[M !!", "[12;40R", "[?2026;2$y", "[200",
    "[27;5;9~", "[99~", "[0n", "]11;rgb:dddd/yyyy/yyyy\u{07}", "]52;c;eXk=\u{1B}\\",
    "P1+r6b=79\u{1B}\\", "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15y", "[99999999999999999999999999~",
  ])
  func `a report that is no key is swallowed whole`(report: String) {
    #expect(keys("\u{1B}" + report).isEmpty)
  }

  @Test func `Escape and a key at once is both, Escape first`() {
    #expect(keys("\u{1B}y") == [.escape, .character("y")])
  }

  @Test func `Escape twice is both`() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
  }

  @Test func `Escape waits for what may follow`() {
    var parser = KeyParser()
    #expect(parser.feed([0x1B]).isEmpty)
    #expect(parser.isUndecided)
    #expect(parser.feed([0x5B, 0x41]) == [.up])
    #expect(!parser.isUndecided)
  }

  @Test func `a sequence in two pieces stays one, however late the rest comes`() {
    var parser = KeyParser()
    #expect(parser.feed(Array("\u{1B}[".utf8)).isEmpty)
    #expect(parser.expire().isEmpty)
    #expect(parser.feed(Array("3~".utf8)) == [.delete])
  }

  @Test func `a character in two pieces stays one`() {
    let bytes = Array("日".utf8)
    var parser = KeyParser()
    #expect(parser.feed(bytes[..<2]).isEmpty)
    #expect(parser.feed(bytes[2...]) == [.character("日")])
  }

  @Test(arguments: [[0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00]] as [[UInt8]])
  func `bytes that are no text are no keys`(bytes: [UInt8]) {
    var parser = KeyParser()
    #expect(parser.feed(bytes + [0x61]) == [.character("a")])
  }

  @Test(arguments: ["y", "yes\n", "\u{1B}[3~", "\u{03}", "a\u{1B}[200~b", "", "日本"])
  func `pasted text is one key, whatever is in it`(text: String) {
    let pasted = keys("\u{1B}[200~\(text)\u{1B}[201~q")
    #expect(pasted == [.paste(text), .character("q")])
  }

  @Test func `line ends in pasted text are newlines`() {
    #expect(keys("\u{1B}[200~a\rb\r\nc\u{1B}[201~") == [.paste("a\nb\nc")])
  }

  @Test func `a huge paste is cut and ends all the same`() {
    let text = String(repeating: "y", count: PasteCollector.limit + 1000)
    let cut = String(repeating: "y", count: PasteCollector.limit)
    #expect(keys("\u{1B}[200~\(text)\u{1B}[201~q") == [.paste(cut), .character("q")])
  }

  @Test func `a paste whose beginning is thrown away is thrown away to its end`() {
    var parser = KeyParser()
    #expect(parser.feed(Array("\u{1B}[200~yyy".utf8)).isEmpty)
    parser.discard()
    #expect(parser.feed(Array("yyy\u{1B}[201~q".utf8)) == [.character("q")])
  }

  @Test func `a sequence whose beginning is thrown away leaves no letter behind`() {
    var parser = KeyParser()
    #expect(parser.feed(Array("\u{1B}[3".utf8)).isEmpty)
    parser.discard()
    #expect(parser.feed(Array("~".utf8)) == [.delete])
  }

  @Test(arguments: 0..<20)
  func `how the bytes are cut into pieces makes no difference`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let alphabet = Array("\u{1B}\u{1B}\u{1B}[[O]201~~;$<?MDy\r\u{07}\\é日".utf8) + [0xFF, 0x03]
    let bytes = (0..<4000).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    var whole = KeyParser()
    var pieces = KeyParser()
    let expected = whole.feed(bytes)
    var found: [Key] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...7, using: &generator)
      found += pieces.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(found == expected)
  }
}

/// Random numbers that are the same in each run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
