import OMSClient

@testable import Migration

/// What is done once nobody is tortured any more.
extension TortureCaller {
  /// Learns from the list of all tasks which of its own there are.
  ///
  /// - Throws: ``TortureBreach``.
  mutating func takeStock(_ all: [MigrationTask]) throws {
    for index in tasks.indices {
      let own = all.filter { $0.settings.description == tasks[index].label }
      guard own.count < 2 else { throw tasks[index].breach("is there twice") }
      if let id = tasks[index].id, let found = own.first, found.id != id {
        throw tasks[index].breach("is there as \(found.id)")
      }
      try tasks[index].look(at: own.first, life: nil)
    }
  }

  /// Looks at each task that is not known to have gone.
  mutating func showAll() async throws {
    for index in tasks.indices where tasks[index].existence != .gone && tasks[index].rest == nil {
      try await show(index)
    }
  }

  /// Takes the limits away from all that still has to come to its end.
  mutating func liftLimits() async throws {
    for index in tasks.indices where tasks[index].existence == .sure && tasks[index].rest == nil {
      guard let id = tasks[index].id else { continue }
      let answer = try await ask("lift", index) { try await $0.changeBandwidth(of: id, to: []) }
      tasks[index].noteLimit(nil, answer)
    }
  }

  /// Mends what keeps tasks from succeeding, and starts all that have not.
  mutating func startAll() async throws {
    for index in tasks.indices where tasks[index].existence == .sure {
      let task = tasks[index]
      guard let id = task.id, task.rest != .succeeded else { continue }
      try loads.mend(task.label, task.load)
      let keys = loads.keys(task.load)
      let answer = try await ask("start", index) {
        try await $0.start(id, keys: keys, failedOnly: false)
      }
      guard answer == .done else { throw task.breach("cannot be started at last") }
      tasks[index].noteStart(answer)
    }
  }
}
