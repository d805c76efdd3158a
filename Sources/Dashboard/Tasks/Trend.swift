import Migration

/// How fast one task went when something was heard of it, the latest last.
struct Trend: Equatable, Sendable {
  private var speeds = SIMD8<Double>()
  private var count = 0

  /// The last eight speeds at most, in bytes a second.
  var values: [Double] { (0..<count).map { speeds[$0] } }

  /// Adds a speed.
  mutating func add(_ speed: ByteRate) {
    if count == speeds.scalarCount {
      for index in 1..<count { speeds[index - 1] = speeds[index] }
      count -= 1
    }
    speeds[count] = Double(max(0, speed.rawValue))
    count += 1
  }

  /// How long `bytes` take, at the best and at the worst of these speeds but one each; `nil` when that
  /// says no more than one number does, or nobody can know it.
  func range(for bytes: Int64) -> (least: Duration, most: Duration)? {
    let sorted = values.sorted().dropFirst().dropLast()
    guard sorted.count >= 3, let slowest = sorted.first, let fastest = sorted.last, slowest > 0,
      bytes > 0
    else { return nil }
    let (least, most) = (Double(bytes) / fastest, Double(bytes) / slowest)
    guard most >= 60, most > least * 1.3, most < 86_400_000 else { return nil }
    return (.seconds(least), .seconds(most))
  }
}
