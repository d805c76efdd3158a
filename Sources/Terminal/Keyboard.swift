import Canvas
import Glibc

/// Reads keys from the terminal's descriptor.
@MainActor
final class Keyboard {
  private let descriptor: Int32
  private var parser = KeyParser()

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether ``expire()`` is to be called unless more input comes soon.
  var isUndecided: Bool { parser.isUndecided }

  /// The keys that one read yields, or `nil` when the terminal is gone.
  ///
  /// Waits if there are none, so it is called when the descriptor is readable.
  func read() -> [Key]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return nil }
    return parser.feed(bytes[..<count])
  }

  /// The keys that are certain now that no more input came.
  func expire() -> [Key] { parser.expire() }

  /// Throws away all keys that were typed ahead.
  ///
  /// They are read rather than flushed in the kernel: dropping half of an escape sequence or the end
  /// mark of a paste would turn the other half into keys.
  func discard() {
    // More than the kernel keeps, so that a flood cannot hold the program here.
    var reads = 16
    while reads > 0, isReadable, read() != nil { reads -= 1 }
    parser.discard()
  }

  private var isReadable: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1 && request.revents & Int16(POLLIN) != 0
  }
}
