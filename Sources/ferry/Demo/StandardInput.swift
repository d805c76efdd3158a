import Dispatch
import Glibc

/// The standard input of a process whose parent says by it that it lives.
enum StandardInput {
  /// Waits until standard input ends, which it also does when the parent is killed.
  static func end() async {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO)
    source.setEventHandler { @Sendable in
      var buffer: [UInt8] = Array(repeating: 0, count: 512)
      if read(STDIN_FILENO, &buffer, buffer.count) <= 0 { end.finish() }
    }
    source.activate()
    for await _ in ends {}
    source.cancel()
  }
}
