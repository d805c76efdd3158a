import Synchronization

/// Counts calls from wherever they come.
final class LookCounter: Sendable {
  private let count = Mutex(0)

  /// The number of this call, from 1.
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }

  /// Whether there was any call.
  var isUsed: Bool { count.withLock { $0 > 0 } }
}
