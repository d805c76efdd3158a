import Glibc

/// Reads what comes from the terminal's descriptor.
@MainActor
final class Keyboard {
  private let descriptor: Int32
  private var parser = InputParser()

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether ``timeIsUp()`` is to be called unless more input comes soon.
  var isUndecided: Bool { parser.isLoneEscape }

  /// What one read yields, or `nil` when the terminal is gone.
  ///
  /// Waits if there is nothing, so it is called when the descriptor is readable.
  func read() -> [Input]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return nil }
    return parser.take(bytes[..<count])
  }

  /// What is certain now that no more input came.
  func timeIsUp() -> [Input] { parser.timeIsUp() }
}
