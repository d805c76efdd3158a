import Migration

extension MigrationTask {
  /// The speed as the table shows it: none when nothing moves, whatever the service says.
  var shownSpeed: ByteRate { state.isMoving ? max(0, speed) : 0 }

  /// The time left, as far as one can be given: while the source is still being listed, every
  /// estimate is too short.
  var shownTimeLeft: Duration? {
    guard state.isMoving, isScanned != false else { return nil }
    return timeLeft
  }

  /// Whether the totals are still growing.
  var isScanning: Bool { state.isMoving && isScanned == false }
}
