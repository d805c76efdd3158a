import Synchronization

/// Room for one message on its way to one reader; a second one is merged into it.
///
/// So a reader who is away for long finds what is new, and not all that has been.
package final class Mailbox<Message: Sendable>: Sendable {
  private struct State {
    var message: Message?
    /// The reader who waits, if one does.
    var reader: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())
  private let merge: @Sendable (inout Message, Message) -> Void
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
  }

  /// Adds a message, without waiting.
  package func put(_ message: Message) {
    let (wasEmpty, reader) = state.withLock { state in
      let reader = state.reader.take()
      guard var waiting = state.message.take() else {
        state.message = message
        return (true, reader)
      }
      merge(&waiting, message)
      state.message = waiting
      return (false, reader)
    }
    reader?.resume()
    if wasEmpty { onArrival() }
  }

  /// What has come and was not taken, if anything.
  package func take() -> Message? { state.withLock { $0.message.take() } }

  /// Waits for something and takes it; there is one reader at a time.
  ///
  /// - Returns: What has come; `nil` when the reader's Swift task is cancelled, which leaves the
  ///   mailbox as it is, so that somebody else can wait.
  package func next() async -> Message? {
    while true {
      if let message = take() { return message }
      if Task.isCancelled { return nil }
      await arrival()
    }
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

  /// Waits until something comes, or the reader's Swift task is cancelled.
  private func arrival() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if Task.isCancelled || state.message != nil { return true }
          state.reader = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.reader.take() }?.resume()
    }
  }
}
