/// Something that can be turned off once, from anywhere.
package struct Switch: Sendable {
  private let state: AsyncStream<Never>
  private let continuation: AsyncStream<Never>.Continuation

  /// A switch that is on.
  package init() {
    (state, continuation) = AsyncStream.makeStream()
  }

  /// Turns it off; doing so again changes nothing.
  package func turnOff() { continuation.finish() }

  /// Waits until it is turned off, or the Swift task is cancelled.
  package func waitUntilOff() async {
    for await _ in state {}
  }

  /// Carries out `work`, which is cancelled when the switch is turned off.
  ///
  /// Used once a switch.
  package func whileOn(_ work: @escaping @Sendable () async -> Void) async {
    await firstToEnd(work, or: waitUntilOff)
  }
}

/// Does both at once until one of them is over, and cancels the other.
package func firstToEnd(
  _ one: @escaping @Sendable () async -> Void, or other: @escaping @Sendable () async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    group.addTask { await one() }
    group.addTask { await other() }
    await group.next()
    group.cancelAll()
  }
}
