import Synchronization

/// Events on their way to one reader, who takes all that have come at once.
///
/// Anybody may post, from anywhere, without waiting.
package final class Inbox<Event: Sendable>: Sendable {
  private let pending = Mutex<[Event]>([])
  private let arrivals: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation

  /// An empty inbox.
  package init() {
    (arrivals, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Adds an event.
  package func post(_ event: Event) {
    pending.withLock { $0.append(event) }
    bell.yield()
  }

  /// What has come and was not taken yet, in order; empty when that is nothing.
  package func take() -> [Event] {
    pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
  }

  /// Waits until something has come.
  ///
  /// - Returns: Whether there is anything to wait for; not when the reader's Swift task is cancelled.
  package func wait() async -> Bool {
    for await _ in arrivals { return true }
    return false
  }
}
