import NIOCore
import Synchronization

/// Whether a request has begun to leave.
final class Departure: Sendable {
  private let flag = Atomic(false)

  /// Whether ``begin()`` was called.
  var hasBegun: Bool { flag.load(ordering: .acquiring) }

  /// The request leaves now.
  func begin() { flag.store(true, ordering: .releasing) }
}

/// The body of a request, which notes when it is asked for.
///
/// It is asked for only once a connection stands. A service that has nothing of a body that was
/// announced cannot act on it, so a call whose body nobody asked for had no effect for certain.
struct WatchedBody: AsyncSequence, Sendable {
  /// Hands the bytes out in one piece.
  struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var rest: ByteBuffer?
    fileprivate let departure: Departure

    mutating func next() async -> ByteBuffer? {
      departure.begin()
      defer { rest = nil }
      return rest
    }
  }

  let bytes: [UInt8]
  let departure: Departure

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(rest: ByteBuffer(bytes: bytes), departure: departure)
  }
}
