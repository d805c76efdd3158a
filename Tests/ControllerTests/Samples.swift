import FoundationEssentials
import TestSupport
@testable import Migration

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

extension APIProblem {
  static let outage = APIProblem(kind: .unreachable, sentence: "nobody answers")
}

/// The date of the tests.
let testDate = Date(timeIntervalSince1970: 1_700_000_000)
