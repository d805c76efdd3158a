import Terminal
import UnixSignals

/// The signals that ask a program to end in good order.
enum EndSignals {
  /// Those of them that are not ignored, as `nohup` has it for one, and a shell for what it runs in
  /// the background: whoever started the program wants it to go on.
  static var heeded: [UnixSignal] {
    [.sigterm, .sigint, .sighup].filter { !isIgnored(signal: $0.rawValue) }
  }
}
