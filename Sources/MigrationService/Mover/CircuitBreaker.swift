/// Gives a run up that cannot get any further: rclone itself would try for hours.
struct CircuitBreaker {
  /// Why the run is to be given up, or `nil`.
  private(set) var fault: TransferFault?
  private var row: (fault: TransferFault, count: Int)?
  private var lastSign: RunSign?
  private var lastChange: ContinuousClock.Instant?

  /// Something arrived.
  mutating func arrived() { row = nil }

  /// An object failed; causes that lie in the object itself do not count.
  mutating func failed(_ new: TransferFault) {
    guard let patience = new.patience else { return }
    let isSame = row.map { $0.fault.code == new.code } ?? false
    row = (new, isSame ? (row?.count ?? 0) + 1 : 1)
    if let row, row.count >= patience { fault = fault ?? row.fault }
  }

  /// Nothing can be moved at all.
  mutating func trip(_ fault: TransferFault) {
    self.fault = self.fault ?? fault
  }

  /// Whether nothing at all has changed for `limit`.
  mutating func isStalled(
    _ sign: RunSign, at now: ContinuousClock.Instant, limit: Duration
  ) -> Bool {
    if sign != lastSign {
      lastSign = sign
      lastChange = now
    }
    return lastChange.map { now - $0 >= limit } ?? false
  }

  /// The cause of the newest failures; what a stall is put down to.
  var latest: TransferFault? { row?.fault }
}

/// Signs of life of a run; two that are equal mean that nothing has happened in between.
struct RunSign: Equatable {
  /// What has become of the objects.
  var sums: ObjectLedger.Sums
  /// Bytes of the list that have been read.
  var listed: Int64
  /// What rclone says of itself.
  var activity: RcloneActivity?
}
