/// The speed over the last ten seconds.
struct Speedometer {
  private var samples: [(instant: ContinuousClock.Instant, bytes: Int64)] = []

  private static let span: Duration = .seconds(10)
  private static let silence: Duration = .seconds(5)

  /// Takes note of all bytes so far and returns the speed: bytes a second, 0 when nothing has
  /// come for five seconds.
  mutating func speed(_ bytes: Int64, at now: ContinuousClock.Instant) -> Int64 {
    samples.append((now, bytes))
    while samples.count > 2, now - samples[1].instant >= Self.span { samples.removeFirst() }
    guard let first = samples.first, bytes > first.bytes, now > first.instant,
      let change = samples.last(where: { $0.bytes < bytes }), now - change.instant < Self.silence
    else { return 0 }
    return Int64(saturating: Double(bytes - first.bytes) / ((now - first.instant) / .seconds(1)))
  }
}
