package import Migration

/// What all tasks come to, whether they are shown or not.
package struct Tally: Equatable, Sendable {
  /// Of how much so much is done; no sum of what services tell is too large for it.
  package struct Bytes: Equatable, Sendable {
    /// What has arrived.
    package var done: Int128 = 0
    /// All that there is.
    package var total: Int128 = 0
  }

  /// How many tasks are in each state.
  package private(set) var counts: [TaskState: Int] = [:]
  /// Bytes a second of all together.
  package private(set) var speed: Int128 = 0
  /// The bytes of each section.
  package private(set) var bytes: [Attention: Bytes] = [:]
  /// How many tasks that are not over may turn out to be larger than is known.
  package private(set) var growing = 0

  /// The bytes of everything that moves or waits to.
  package var underWay: Bytes {
    let parts = [Attention.moving, .waiting].compactMap { bytes[$0] }
    return parts.reduce(into: Bytes()) { sum, part in
      sum.done += part.done
      sum.total += part.total
    }
  }

  /// How long everything that is under way takes at the speed of now; `nil` when nobody can know it.
  package var timeLeft: Duration? {
    let left = underWay.total - underWay.done
    guard growing == 0, left > 0, speed > 0, left / speed < 86_400_000 else { return nil }
    return .seconds(Int64(left / speed))
  }

  /// Adds a task, or takes it out where `sign` is -1.
  mutating func count(_ task: MigrationTask, by sign: Int) {
    let count = counts[task.state, default: 0] + sign
    counts[task.state] = count == 0 ? nil : count
    speed += Int128(sign) * Int128(task.currentSpeed.rawValue)
    var sum = bytes[task.state.attention] ?? Bytes()
    sum.done += Int128(sign) * Int128(max(0, task.completedBytes.rawValue))
    sum.total += Int128(sign) * Int128(max(0, task.totalBytes.rawValue))
    bytes[task.state.attention] = sum == Bytes() ? nil : sum
    if task.mayGrow { growing += sign }
  }
}

extension MigrationTask {
  /// Whether it is not over, and its size is not known yet.
  fileprivate var mayGrow: Bool {
    switch state {
    case .running, .retrying, .stopping: isScanning || totalBytes <= 0
    case .waiting, .initialising: isScanned == false || totalBytes <= 0
    case .stopped, .failed, .succeeded, .unknown: false
    }
  }
}
