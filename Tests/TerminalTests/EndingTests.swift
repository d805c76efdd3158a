import Foundation
import TestSupport
import Testing

/// Many endings of every kind, each at some moment of some work, also while the program starts.
///
/// `FERRY_ENDINGS` is how many there are of each kind, and `FERRY_SEED` replays one of them.
@Suite(.serialized)
struct EndingTests {
  /// What ends the program.
  enum Cause: Hashable {
    case key(String)
    case signal(Int32)
    case closedWindow
  }

  private static let causes: [Cause] =
    [.key("q"), .key("!"), .closedWindow]
    + [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE,
      SIGXCPU, SIGXFSZ, SIGIO, SIGSYS, SIGPWR, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP,
    ].map(Cause.signal)

  private static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["FERRY_SEED"].flatMap(UInt64.init) { return [seed] }
    return Array(0..<(environment["FERRY_ENDINGS"].flatMap(UInt64.init) ?? 3))
  }()

  /// What is typed before; all of it whole, so that a key behind it is one.
  private static let work = [
    "\u{18}\u{1B}[?2026;2$y\u{1B}[0n", "a", "jjjj", "\u{1B}[A", "\u{1B}[200~pasted\u{1B}[201~", "C",
    "\u{0C}", "\u{18}", "照片",
  ]

  @Test(arguments: causes)
  func `the terminal is as it was`(cause: Cause) throws {
    let fresh = try PseudoTerminal.freshLineSettings()
    for seed in Self.seeds {
      var random = Generator(seed: seed)
      // A key is heard only by a program that listens.
      let isEarly = cause.isSignal && Bool.random(using: &random)
      let terminal = try PseudoTerminal(waitsForStart: !isEarly)
      for _ in 0..<Int.random(in: 0..<6, using: &random) {
        if !isEarly { terminal.type(Self.work.randomElement(using: &random) ?? "a") }
        terminal.drain(forMilliseconds: .random(in: 0..<9, using: &random))
      }
      switch cause {
      case .key(let key): terminal.type(key)
      case .signal(let signal): terminal.send(signal)
      case .closedWindow: terminal.closeWindow()
      }
      let status = try terminal.waitForEnd()
      #expect(cause.explains(status), "seed \(seed): status \(status)")
      if cause == .closedWindow { continue }
      #expect(terminal.lineSettings == fresh, "seed \(seed)")
      let pairs = [
        ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l"),
        ("\u{1B}[?25l", "\u{1B}[?25h"), ("\u{1B}[?2026h", "\u{1B}[?2026l"),
      ]
      for (begin, end) in pairs {
        #expect(terminal.hasWritten(end, afterLast: begin), "seed \(seed): no \(end.dropFirst())")
      }
    }
  }
}

extension EndingTests.Cause {
  fileprivate var isSignal: Bool { if case .signal = self { true } else { false } }

  /// Whether a program that ended so has this status.
  fileprivate func explains(_ status: Int32) -> Bool {
    switch self {
    case .key("q"): status == 0
    case .key: [SIGILL, SIGTRAP].contains(status & 0x7F)
    case .signal(let signal): status & 0x7F == signal
    case .closedWindow: status & 0x7F == SIGHUP
    }
  }
}
