import Glibc
import Testing

/// However the program ends, the terminal is as it was.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct RestoreTests {
  private let leaveScreen = "\u{1B}[?1049l"
  private let enterScreen = "\u{1B}[?1049h"
  private let pasteOff = "\u{1B}[?2004l"
  private let showCursor = "\u{1B}[?25h"
  private let question = "\u{1B}[?2026$p"
  private let hold = "\u{1B}[?2026h"
  private let release = "\u{1B}[?2026l"

  private func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let fresh = try PseudoTerminal.freshLineSettings()
    #expect(terminal.lineSettings == fresh, sourceLocation: sourceLocation)
    for sequence in [leaveScreen, pasteOff, showCursor] {
      #expect(terminal.hasWritten(sequence), sourceLocation: sourceLocation)
    }
  }

  @Test func `while it runs the terminal is its own`() throws {
    let terminal = try PseudoTerminal()
    #expect(try terminal.lineSettings != PseudoTerminal.freshLineSettings())
    #expect(terminal.hasWritten(enterScreen))
    #expect(!terminal.hasWritten(leaveScreen))
  }

  @Test func `leaving restores the terminal`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
    try expectRestored(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal that asks to end restores it and is the cause of death`(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == signal)
    try expectRestored(terminal)
  }

  @Test(arguments: [
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE, SIGXCPU, SIGXFSZ, SIGIO, SIGSYS, SIGPWR,
  ])
  func `a signal that nobody expects restores it as well`(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    terminal.send(signal)
    #expect(try terminal.waitForEnd() & 0x7F == signal)
    try expectRestored(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT])
  func `a crash restores it and is the cause of death`(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    terminal.send(signal)
    // Whether a core is written is the machine's to decide.
    #expect(try terminal.waitForEnd() & 0x7F == signal)
    try expectRestored(terminal)
  }

  @Test func `a failed precondition restores it`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("!")
    let signal = try terminal.waitForEnd() & 0x7F
    #expect([SIGILL, SIGTRAP].contains(signal))
    try expectRestored(terminal)
  }

  @Test func `a crash leaves no trace on the screen, nor a question`() throws {
    let terminal = try PseudoTerminal(
      environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=yes,color=no"])
    terminal.type("!")
    let signal = try terminal.waitForEnd() & 0x7F
    #expect([SIGILL, SIGTRAP].contains(signal))
    try expectRestored(terminal)
    for word in ["Backtracing", "crashed", "ress space"] { #expect(!terminal.hasWritten(word)) }
  }

  @Test func `a window that is closed ends it`() throws {
    let terminal = try PseudoTerminal()
    terminal.closeWindow()
    #expect(try terminal.waitForEnd() & 0x7F == SIGHUP)
  }

  @Test func `a terminal that takes no output does not keep it from ending`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("F")
    terminal.drain(forMilliseconds: 0)
    // Nobody reads any more, so the program gets stuck in a write.
    poll(nil, 0, 300)
    terminal.send(SIGTERM)
    #expect(try terminal.waitForEnd(isRead: false) == SIGTERM)
    #expect(try terminal.lineSettings == PseudoTerminal.freshLineSettings())
  }

  @Test(arguments: [SIGTSTP, SIGSTOP])
  func `stopped by somebody else it comes back with a whole screen`(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    terminal.clearOutput()
    terminal.send(signal)
    terminal.send(SIGCONT)
    try terminal.waitFor("resumed")
    #expect(terminal.hasWritten(enterScreen))
    #expect(try terminal.lineSettings != PseudoTerminal.freshLineSettings())
  }

  @Test func `idle it writes nothing`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("a")
    try terminal.waitFor("character")
    terminal.drain(forMilliseconds: 200)
    terminal.clearOutput()
    terminal.drain(forMilliseconds: 500)
    #expect(terminal.output.isEmpty)
  }

  @Test func `a key that changes nothing on the screen costs no output`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    terminal.drain(forMilliseconds: 200)
    terminal.clearOutput()
    terminal.type("\u{1B}[I")
    terminal.drain(forMilliseconds: 300)
    #expect(terminal.output.isEmpty)
  }

  @Test func `what changes is painted over and nothing is cleared`() throws {
    let clearing = "\u{1B}[2J"
    let terminal = try PseudoTerminal()
    #expect(terminal.hasWritten(clearing))
    terminal.drain(forMilliseconds: 200)
    terminal.clearOutput()
    terminal.type("abc\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    #expect(terminal.hasWritten("character"))
    #expect(!terminal.hasWritten(clearing))
  }

  @Test func `where the terminal can, it shows each frame at once`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("a\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    #expect(terminal.count(of: question) == 1)
    #expect(terminal.hasWritten("\u{1B}[5n", afterLast: question))
    #expect(!terminal.hasWritten(hold))
    terminal.type("\u{1B}[?2026;2$y\u{1B}[0n")
    try terminal.waitFor("arrived")
    terminal.drain(forMilliseconds: 200)
    terminal.clearOutput()
    terminal.type("b\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    terminal.drain(forMilliseconds: 200)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.hasPrefix(hold))
    #expect(text.contains("character"))
    #expect(terminal.count(of: hold) == terminal.count(of: release))
    #expect(text.hasSuffix(release + "\u{1B}[5n"))
    #expect(!terminal.hasWritten(question))
  }

  @Test(arguments: [
    "\u{1B}[0n", "\u{1B}[?2026;0$y\u{1B}[0n", "\u{1B}[?2026;4$y\u{1B}[0n",
    "\u{1B}[0n\u{1B}[?2026;2$y",
  ])
  func `where it does not say so, it is sent nothing of that`(answer: String) throws {
    let terminal = try PseudoTerminal()
    terminal.type("\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    terminal.type(answer)
    try terminal.waitFor("arrived")
    terminal.type("b")
    try terminal.waitFor("character")
    #expect(!terminal.hasWritten(hold))
    #expect(!terminal.hasWritten(release))
    #expect(terminal.count(of: question) == 1)
  }

  @Test func `a crash while a frame is held back has it shown`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    terminal.type("\u{1B}[?2026;2$y\u{1B}[0n")
    try terminal.waitFor("arrived")
    terminal.type("b")
    try terminal.waitFor("character")
    terminal.send(SIGSEGV)
    #expect(try terminal.waitForEnd() & 0x7F == SIGSEGV)
    try expectRestored(terminal)
    // The one of the frame, and one for a frame that was under way.
    #expect(terminal.hasWritten(release + pasteOff))
  }

  @Test func `the screen is entered once`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("abc\u{0C}\u{18}")
    try terminal.waitFor("\u{1B}[5n")
    #expect(terminal.count(of: enterScreen) == 1)
  }

  @Test func `a terminal that has no size is taken to have the one before`() throws {
    let terminal = try PseudoTerminal()
    terminal.resize(rows: 0, columns: 0)
    terminal.drain(forMilliseconds: 200)
    terminal.type("a")
    try terminal.waitFor("character")
    terminal.resize(rows: 10, columns: 40)
    try terminal.waitFor("size 10x40")
    #expect(terminal.count(of: "size") == 1)
  }

  @Test func `a copy is written in one piece`() throws {
    let terminal = try PseudoTerminal()
    terminal.type("C")
    try terminal.waitFor("\u{1B}]52;c;Y29waWVk\u{07}")
  }

  @Test(arguments: [(["NO_COLOR": "1"], false), ([:], true), (["TERM": "vt100"], false)])
  func `colours are sent only where they are wanted and known`(
    environment: [String: String], isColored: Bool
  ) throws {
    let terminal = try PseudoTerminal(environment: environment)
    #expect(terminal.hasWritten("\u{1B}[39;49m") == isColored)
  }
}
