import CoreMetrics
import Synchronization

/// One metric with its labels.
final class MetricCell: CounterHandler, FloatingPointCounterHandler, RecorderHandler, TimerHandler {
  /// What its value means; the raw value is Prometheus's word.
  enum Kind: String {
    /// It only grows.
    case counter
    /// It is what it was set to last.
    case gauge
    /// The sum and the number of what was recorded; times are in seconds.
    case summary
  }

  private let kind: Kind
  private let state = Mutex((value: 0.0, count: 0))

  /// A metric of which nothing has been recorded.
  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The lines of the text format.
  func lines(_ name: String, _ labels: String) -> String {
    let (value, count) = state.withLock { $0 }
    let place = labels.isEmpty ? "" : "{\(labels)}"
    guard kind == .summary else { return "\(name)\(place) \(Self.text(value))\n" }
    return "\(name)_sum\(place) \(Self.text(value))\n\(name)_count\(place) \(count)\n"
  }

  func increment(by amount: Int64) { add(Double(amount)) }
  func increment(by amount: Double) { add(amount) }
  func record(_ value: Int64) { add(Double(value)) }
  func record(_ value: Double) { add(value) }
  func recordNanoseconds(_ duration: Int64) { add(Double(duration) / 1e9) }
  func reset() { state.withLock { $0 = (0, 0) } }

  private func add(_ value: Double) {
    state.withLock { state in
      state.value = kind == .gauge ? value : state.value + value
      state.count += 1
    }
  }

  /// Whole numbers have no fraction.
  private static func text(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }
}
