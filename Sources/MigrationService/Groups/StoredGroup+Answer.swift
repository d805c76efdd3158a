import FoundationEssentials
import Migration
import OMSWire

extension StoredGroup {
  /// The group as v2 answers it: what its tasks add up to.
  ///
  /// - Parameters:
  ///   - members: All of its tasks as they are now.
  ///   - now: The time.
  /// - Returns: The group.
  func answer(_ members: [StoredTask], at now: Date) -> TaskGroup {
    let standing = members.standing
    var group = TaskGroup(id: id, state: TaskGroupState(of: standing))
    group.kind = definition.kind
    group.source = definition.source
    group.destination = definition.destination
    group.settings = definition.settings(in: .group)
    group.tasks = TaskGroup.MemberCounts(standing)
    for task in members {
      group.objects.add(task.progress.objects)
      group.speed = ByteRate(rawValue: group.speed.rawValue.saturatingSum(task.speed))
      group.totalBytes.add(task.progress.totalBytes)
      group.completedBytes.add(task.progress.completedBytes)
    }
    group.plannedObjects = group.objects.total
    group.plannedBytes = group.totalBytes
    group.startedAt = members.compactMap(\.run.firstBegan).min()
    group.elapsed = group.startedAt.map { start in
      // From the first beginning to the last end, where pauses of single tasks are none of it.
      let ends = members.compactMap { task in
        task.run.firstBegan.map { began in
          began.timeIntervalSince(start) + Double(task.elapsed(at: now).milliseconds) / 1000
        }
      }
      return .milliseconds(Int64(saturating: (ends.max() ?? 0) * 1000))
    }
    group.outcome = outcome(in: group.state, members)
    return group
  }

  private func outcome(in state: TaskGroupState, _ members: [StoredTask]) -> TaskOutcome {
    var outcome = TaskOutcome()
    guard state == .failed || state == .succeeded else { return outcome }
    // What one of its tasks could not tell is what the group could not.
    let told = members.compactMap(\.notification)
    outcome.notification = told.first { !$0.isDelivered } ?? told.first
    guard state == .failed else { return outcome }
    outcome.failure = members.lazy.filter { $0.state == .failed }.compactMap(\.failure).first
    outcome.failedObjects = FailedObjectList(
      canRetry: members.contains { $0.unmoved.failed > 0 }, key: "")
    return outcome
  }
}

extension TaskGroup.MemberCounts {
  /// The counts of tasks that stand like this.
  fileprivate init(_ standing: [TaskState: Int]) {
    func count(_ states: TaskState...) -> Int64 {
      states.reduce(0) { $0 + Int64(standing[$1] ?? 0) }
    }
    self.init()
    total = standing.values.reduce(0) { $0 + Int64($1) }
    created = total
    waiting = count(.initialising, .waiting)
    running = count(.running, .retrying, .stopping)
    stopped = count(.stopped)
    failed = count(.failed)
    succeeded = count(.succeeded)
  }
}

extension ObjectCounts {
  fileprivate mutating func add(_ other: ObjectCounts) {
    total = total.saturatingSum(other.total)
    succeeded = succeeded.saturatingSum(other.succeeded)
    failed = failed.saturatingSum(other.failed)
    skipped = skipped.saturatingSum(other.skipped)
  }
}

extension ByteCount {
  fileprivate mutating func add(_ bytes: Int64) {
    self = ByteCount(rawValue: rawValue.saturatingSum(bytes))
  }
}
