import Synchronization

/// The questions whose answers have been acted on.
final class UsedConsents: Sendable {
  private let numbers = Mutex<Set<Int>>([])

  /// Notes that the answer to a question is acted on now.
  ///
  /// - Returns: Whether that is the first time.
  func use(_ number: Int) -> Bool { numbers.withLock { $0.insert(number).inserted } }
}
