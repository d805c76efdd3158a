import FoundationEssentials
import Testing

@testable import Terminal

/// What of a sequence comes through the programs that show others in a terminal.
struct MultiplexerTests {
  @Test(
    arguments: [
      ([:], nil), (["TMUX": "/tmp/tmux-1000/default,1,0"], .tmux), (["TMUX": ""], nil),
      (["STY": "1.tty"], .screen), (["STY": "1.tty", "TMUX": "x"], .tmux),
    ] as [([String: String], Multiplexer?)])
  func `it is known from the environment`(environment: [String: String], found: Multiplexer?) {
    #expect(TerminalOptions(environment: environment).multiplexer == found)
  }

  @Test(arguments: [0, 1, 499, 500, 501, 1000, 75_000])
  func `GNU screen gets pieces that it passes on whole`(length: Int) {
    let sequence = "\u{1B}]52;c;" + String(repeating: "A", count: length) + "\u{07}"
    let sent = Multiplexer.screen.passing(sequence)
    let pieces = sent.split(separator: "\u{1B}\\").map(String.init)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 768 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == sequence)
  }

  @Test func `tmux gets the sequence for itself, and to pass on`() {
    #expect(
      Multiplexer.tmux.passing("\u{1B}]52;c;QQ==\u{07}")
        == "\u{1B}]52;c;QQ==\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;QQ==\u{07}\u{1B}\\")
  }
}
