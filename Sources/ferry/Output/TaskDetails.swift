import Foundation
import Migration
import MigrationCore

/// A task as `ferry show --output json` has it: the summary, and what it was made of.
struct TaskDetails: Encodable {
  private let task: MigrationTask
  private let endedAt: Date?
  private let zone: WindowZone?

  init(_ task: MigrationTask, endedAt: Date?, zone: WindowZone?) {
    self.task = task
    self.endedAt = endedAt
    self.zone = zone
  }

  private struct FailedObjects: Encodable {
    let list: FailedObjectList

    enum CodingKeys: String, CodingKey {
      case key
      case canRetry = "can_retry"
      case errorCode = "error_code"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(list.canRetry, forKey: .canRetry)
      try container.encode(list.key, forKey: .key)
      try container.encode(list.errorCode, forKey: .errorCode)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case definition
    case elapsedSeconds = "elapsed_seconds"
    case failedObjectList = "failed_object_list"
    case zone = "bandwidth_zone"
  }

  func encode(to encoder: any Encoder) throws {
    try task.summary(endedAt: endedAt).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(JournalledTask(task), forKey: .definition)
    try container.encode(task.elapsed?.components.seconds, forKey: .elapsedSeconds)
    try container.encode(
      task.outcome.failedObjects.map(FailedObjects.init), forKey: .failedObjectList)
    try container.encode(zone.map(ZoneSummary.init), forKey: .zone)
  }
}
