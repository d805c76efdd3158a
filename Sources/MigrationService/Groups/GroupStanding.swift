import Migration

extension TaskGroupState {
  /// Where a group stands whose tasks stand like this; one without tasks has nothing left to do.
  init(of members: [TaskState: Int]) {
    func has(_ states: TaskState...) -> Bool { states.contains { members[$0] ?? 0 > 0 } }
    if has(.initialising, .waiting, .running, .retrying) {
      self = .running
    } else if has(.stopping) {
      self = .stopping
    } else if has(.stopped) {
      self = .stopped
    } else if has(.failed) {
      self = .failed
    } else {
      self = .succeeded
    }
  }
}
