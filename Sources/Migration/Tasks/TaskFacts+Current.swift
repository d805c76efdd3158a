extension TaskFacts {
  /// The speed that is true now: none when nothing moves, whatever the service still says.
  package var currentSpeed: ByteRate { state.isMoving ? max(0, speed) : 0 }

  /// The time left, as far as one can be given: while the source is still being listed, every
  /// estimate is too short.
  package var currentTimeLeft: Duration? {
    guard state.isMoving, isScanned != false else { return nil }
    return timeLeft
  }

  /// Whether the totals are still growing.
  package var isScanning: Bool { state.isMoving && isScanned == false }
}
