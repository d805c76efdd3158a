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
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await work() }
      group.addTask { await waitUntilOff() }
      await group.next()
      group.cancelAll()
    }
  }
}
