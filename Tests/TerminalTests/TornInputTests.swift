import Canvas
import TestSupport
import Testing

@testable import Terminal

/// What a link does to what a terminal sends: it cuts it, and lets time pass between the pieces.
struct TornInputTests {
  /// What comes of `pieces` when nothing follows any of them for a while.
  private func inputs(slowly pieces: [[UInt8]]) -> [Input] {
    var parser = InputParser()
    return pieces.flatMap { piece -> [Input] in
      let now = parser.take(piece)
      return now + (parser.isLoneEscape ? parser.timeIsUp() : [])
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `how the bytes are cut into pieces makes no difference`(seed: UInt64) {
    var generator = Generator(seed: seed)
    let alphabet =
      Array("\u{1B}\u{1B}\u{1B}[[O]201~~;$<?MDyPu:\r\u{07}\\é日н".utf8) + [0xFF, 0x03, 0]
    let sequences = Samples.whole.map { Array($0.utf8) }
    var bytes: [UInt8] = []
    while bytes.count < 4000 {
      if Bool.random(using: &generator) {
        bytes += sequences.randomElement(using: &generator) ?? []
      } else {
        bytes.append(alphabet.randomElement(using: &generator) ?? 0)
      }
    }
    var whole = InputParser()
    var pieces = InputParser()
    let expected = whole.take(bytes)
    var found: [Input] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...7, using: &generator)
      found += pieces.take(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(found == expected, "seed \(seed)")
  }

  /// `P` is a command, so that Escape and, after a while, `P` alone are two keys.
  @Test(arguments: Samples.whole.filter { !$0.hasPrefix("\u{1B}P") })
  func `a sequence that comes slowly, byte by byte, has no letter in it`(text: String) {
    let bytes = Array(text.utf8)
    let slow = inputs(slowly: bytes.map { [$0] })
    var parser = InputParser()
    let fast = parser.take(bytes)
    // Time tells of the Escape at the beginning that it is one; what follows is as it would be.
    #expect(slow == [.key(.escape)] + fast || slow == fast)
  }

  @Test(arguments: Samples.whole)
  func `two pieces with any pause between them yield no other key`(text: String) {
    let bytes = Array(text.utf8)
    var parser = InputParser()
    let fast = parser.take(bytes)
    for cut in 1..<bytes.count {
      let slow = inputs(slowly: [Array(bytes[..<cut]), Array(bytes[cut...])])
      #expect(slow == (cut == 1 ? [.key(.escape)] : []) + fast, "cut at \(cut)")
    }
  }

  @Test func `a letter after Escape and a pause is the letter`() {
    for letter in ["s", "P", "D", "y"] as [Character] {
      let bytes = inputs(slowly: [[0x1B], [letter.asciiValue ?? 0]])
      #expect(bytes == [.key(.escape), .key(.character(letter))])
    }
  }

  @Test func `a character in pieces stays one, however slowly they come`() {
    #expect(inputs(slowly: Array("日".utf8).map { [$0] }) == [.key(.character("日"))])
  }
}

private enum Samples {
  /// Whole sequences of every kind, none of which ends in a key with a letter.
  static let whole = [
    "[A", "OA", "[3~", "[3;5~", "[1;5C", "[15~", "[[A", "[7$", "[200~yDs\r\u{1B}[201~", "[0n",
    "[M yy", "[<0;5;5M", "[?1;2c", "[12;40R", "[?2026;2$y", "[99;5u", "[27;5;99~", "[I",
    "]11;rgb:dddd/dddd/dddd\u{07}", "]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "]52;c;cm0gsDyy\u{07}",
    "P>|XTerm(388)\u{1B}\\", "P1$r0m\u{1B}\\", "_Gi=31;OK\u{1B}\\", "OM", "O5C", "[Z",
  ].map { "\u{1B}" + $0 }
}
