import FoundationEssentials
import TestSupport

@testable import Controller
@testable import Migration
@testable import MigrationCore

extension MigrationTask {
  /// A task in `state` with this id.
  static func sample(_ id: Int64, _ state: TaskState = .succeeded) -> MigrationTask {
    MigrationTask(id: TaskID(rawValue: id), name: "task-\(id)", state: state)
  }

  /// Tasks with the ids from `count` down to 1, newest first, all of them in `state`.
  static func samples(_ count: Int64, _ state: TaskState = .succeeded) -> [MigrationTask] {
    (1...count).reversed().map { sample($0, state) }
  }
}

extension TaskID: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) { self.init(rawValue: value) }
}

extension SessionServices {
  /// What a session on `backend` works with, of which nothing is kept.
  static func of(_ backend: FakeBackend) -> SessionServices {
    SessionServices(backend: backend, actions: ActionRunner(backend: backend, journal: nil))
  }
}

extension APIProblem {
  static let outage = APIProblem(kind: .unreachable, sentence: "nobody answers")
}

/// The date of the tests.
let testDate = Date(timeIntervalSince1970: 1_700_000_000)
