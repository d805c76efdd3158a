import Synchronization

/// Room for one message on its way to one reader; a second one is merged into it.
///
/// So a reader who is away for long finds what is new, and not all that has been.
package final class Mailbox<Message: Sendable>: Sendable {
  private let content = Mutex<Message?>(nil)
  private let merge: @Sendable (inout Message, Message) -> Void
  private let arrivals: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation
  private let onArrival: @Sendable () -> Void

  /// An empty mailbox.
  ///
  /// - Parameters:
  ///   - onArrival: Called when there is something and there was nothing.
  ///   - merge: Adds a later message to an earlier one.
  package init(
    onArrival: @escaping @Sendable () -> Void = {},
    merge: @escaping @Sendable (inout Message, Message) -> Void
  ) {
    self.merge = merge
    self.onArrival = onArrival
    (arrivals, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Adds a message, without waiting.
  package func put(_ message: Message) {
    let wasEmpty = content.withLock { content in
      guard var waiting = content.take() else {
        content = message
        return true
      }
      merge(&waiting, message)
      content = waiting
      return false
    }
    guard wasEmpty else { return }
    bell.yield()
    onArrival()
  }

  /// What has come and was not taken, if anything.
  package func take() -> Message? { content.withLock { $0.take() } }

  /// Waits for something and takes it.
  ///
  /// - Returns: What has come; `nil` when the reader's Swift task is cancelled.
  package func next() async -> Message? {
    // A reader who was called off may have heard the bell and left the message.
    if let message = take() { return message }
    for await _ in arrivals {
      if let message = take() { return message }
    }
    return nil
  }
  /// Waits for something and takes it, but not for ever.
  ///
  /// - Parameters:
  ///   - deadline: When to give up; `nil` means never.
  ///   - clock: What the time is measured with.
  /// - Returns: What has come; `nil` when the time is over or the reader's Swift task is cancelled.
  package func next<C: Clock>(until deadline: C.Instant?, on clock: C) async -> Message? {
    guard let deadline else { return await next() }
    return await withTaskGroup(of: Message?.self) { group in
      group.addTask { await self.next() }
      group.addTask {
        try? await clock.sleep(until: deadline, tolerance: nil)
        return nil
      }
      var message = await group.next().flatMap(\.self)
      group.cancelAll()
      // What came in the same moment is not lost.
      for await other in group { message = message ?? other }
      return message
    }
  }
}
