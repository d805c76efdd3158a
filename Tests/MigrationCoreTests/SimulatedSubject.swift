import Foundation

@testable import Migration
@testable import MigrationCore

/// Where something in a simulation stands.
enum Life: Sendable {
  case waiting, running, stopping, stopped, failed, succeeded
  /// A deletion was accepted and is not over.
  case leaving
}

/// Something that a simulated service has: a task or a group.
protocol SimulatedSubject: JournalledSubject {
  /// Whether every service shows that one is stopping; v1 shows such a task as running.
  static var showsStopping: Bool { get }

  /// The one with this number.
  static func simulated(_ number: Int, _ life: Life, startedAt: Date?) -> Self

  /// The number of the one with this id.
  static func number(of id: ID) -> Int
}

extension MigrationTask: SimulatedSubject {
  static var showsStopping: Bool { false }

  static func simulated(_ number: Int, _ life: Life, startedAt: Date?) -> MigrationTask {
    let state: TaskState =
      switch life {
      case .waiting: .waiting
      case .running: .running
      case .stopping: .stopping
      case .stopped: .stopped
      case .failed: .failed
      case .succeeded: .succeeded
      // A task is gone at once.
      case .leaving: .unknown(-1)
      }
    var task = MigrationTask(id: TaskID(rawValue: Int64(number)), name: "t", state: state)
    task.startedAt = startedAt
    return task
  }

  static func number(of id: TaskID) -> Int { Int(id.rawValue) }
}

extension TaskGroup: SimulatedSubject {
  static var showsStopping: Bool { true }

  static func simulated(_ number: Int, _ life: Life, startedAt: Date?) -> TaskGroup {
    let state: TaskGroupState =
      switch life {
      case .waiting: .waiting
      case .running: .running
      case .stopping: .stopping
      case .stopped: .stopped
      case .failed: .failed
      case .succeeded: .succeeded
      case .leaving: .waitingForDeletion
      }
    var group = TaskGroup(id: TaskGroupID(rawValue: String(number)), state: state)
    group.startedAt = startedAt
    return group
  }

  static func number(of id: TaskGroupID) -> Int { Int(id.rawValue) ?? -1 }
}
