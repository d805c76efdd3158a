import Glibc
import Testing

/// A line that is not shown leaves a terminal that shows again what is typed, however it ends.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct HiddenLineTests {
  private func ask() throws -> PseudoTerminal {
    try PseudoTerminal(environment: ["PROBE": "hidden"])
  }

  @Test(arguments: [
    ("secret\r", "terces"), ("secreet\u{7F}\u{7F}t\n", "terces"), ("wrong\u{15}right\r", "thgir"),
    ("a\u{1B}[Ab\r", "ba"), ("照片\r", "片照"), ("ab\u{4}", "ba"),
    ("\u{1B}[200~pasted\u{1B}[201~\r", "detsap"),
  ])
  func `what is typed is read and not shown`(typed: String, turned: String) throws {
    let terminal = try ask()
    terminal.type(typed)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.hasWritten("read \(turned)"))
    for part in ["secre", "wrong", "right", "照片", "pasted"] { #expect(!terminal.hasWritten(part)) }
    #expect(try terminal.lineSettings == PseudoTerminal.freshLineSettings())
  }

  @Test func `nothing at all is no line`() throws {
    let terminal = try ask()
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.hasWritten("nothing"))
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
  func `a key that ends the process shows again what is typed`(key: String, signal: Int32) throws {
    let terminal = try ask()
    terminal.type("secret\(key)")
    #expect(try terminal.waitForEnd() & 0x7F == signal)
    #expect(try terminal.lineSettings == PseudoTerminal.freshLineSettings())
  }

  @Test func `where nobody could have it go on it is not stopped, and still hidden`() throws {
    let terminal = try ask()
    terminal.type("\u{1A}")
    try terminal.waitFor("readyready")
    terminal.type("secret\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.hasWritten("terces") && !terminal.hasWritten("secret"))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `afterwards a signal ends the process as ever`(signal: Int32) throws {
    let terminal = try ask()
    terminal.type("wait\r")
    try terminal.waitFor("tiaw")
    terminal.send(signal)
    #expect(try terminal.waitForEnd() & 0x7F == signal)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `so does a signal that ends it`(signal: Int32) throws {
    let terminal = try ask()
    terminal.type("secret")
    terminal.send(signal)
    #expect(try terminal.waitForEnd() & 0x7F == signal)
    #expect(try terminal.lineSettings == PseudoTerminal.freshLineSettings())
  }
}
