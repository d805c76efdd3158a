import Canvas
import Dashboard
import Foundation
import Migration
import MigrationCore
import Words

/// Names and values, a line each, the values below one another.
struct DetailLines {
  private var lines: [(name: String, value: String)] = []

  /// Adds a line, unless there is no value.
  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { lines.append((name, value)) }
  }

  /// Adds what a task or group left behind.
  mutating func add(_ outcome: TaskOutcome) {
    add("error", outcome.failure.map { "\($0.code) \($0.message)" })
    add("what to do", outcome.failure.flatMap(Spoken.tongue.advice))
    if let list = outcome.failedObjects, list.canRetry || !list.key.isEmpty {
      let retry = list.canRetry ? "can be retried; " : ""
      add("failed objects", retry + (list.key.isEmpty ? "no list" : list.key))
    }
    if let notification = outcome.notification {
      let fate =
        notification.trouble.map {
          "not delivered, \(Spoken.tongue.words($0)) [\(notification.errorCode)]"
        } ?? "delivered"
      add("notification", "\(fate) (\(notification.topic))")
    }
  }

  /// Adds what a task or group is made of.
  mutating func add(_ task: JournalledTask) {
    add("type", task.kind)
    add("source", Self.place(task.source.location))
    add("destination", Self.place(task.destination.location))
    add(task.settings)
  }

  /// Adds who is told about the end.
  mutating func add(_ request: NotificationRequest?) {
    guard let request else { return }
    let ends = (request.onSuccess ? ["success"] : []) + (request.onFailure ? ["failure"] : [])
    add("notification", "\(request.topicURN) (\(ends.joined(separator: ", ")))")
  }

  private mutating func add(_ settings: TaskSettings) {
    add(
      "list file",
      settings.listFile.map { "\($0.bucket)/\($0.key)\($0.count.map { " (\($0) files)" } ?? "")" })
    add("description", settings.description)
    for window in settings.bandwidth {
      add("limit", "\(window.start)-\(window.end): \(speedText(window.maxBandwidth))")
    }
    add("changed since", settings.changedSince.map { $0.formatted(.iso8601) })
    add("overwrite", settings.overwriteMode.map(SettingWords.overwrite.word))
    add("storage class", settings.storageClass.map(SettingWords.storageClass.word))
    add("check", settings.consistencyCheck.map(SettingWords.check.word))
    add("priority", settings.priority.map(SettingWords.priority.word))
    add("metadata", Self.yesOrNo(settings.movesMetadata))
    add("restore", Self.yesOrNo(settings.restoresArchived))
    add("KMS", Self.yesOrNo(settings.isEncrypted))
    add("failure list", Self.yesOrNo(settings.recordsFailedObjects))
    add("requester pays", Self.yesOrNo(settings.requesterPays))
    add("threads", settings.threads.map(String.init))
    add("app id", settings.appID)
    add(
      "source domain",
      settings.sourceDomain.map { "\($0.scheme)://\($0.domain) (\($0.authentication))" })
  }

  /// Prints the lines.
  func printed() { texts(width: Console.columns).forEach(Console.line) }

  /// The lines as texts; a value that is longer than the room for it goes on below itself.
  ///
  /// - Parameter width: The columns of the terminal; `nil` for as many as it takes.
  /// - Returns: The lines.
  func texts(width: Int?) -> [String] {
    let indent = (lines.map { columns(of: $0.name) }.max() ?? 0) + 2
    return lines.flatMap { line in
      let room = width.map { max(20, $0 - indent) }
      let parts = room.map { wrap(line.value, width: $0) } ?? [line.value]
      let names = [line.name] + repeatElement("", count: parts.count - 1)
      return zip(names, parts).map { name, part in
        name + String(repeating: " ", count: indent - columns(of: name)) + part
      }
    }
  }

  private static func yesOrNo(_ choice: Bool?) -> String? { choice.map { $0 ? "yes" : "no" } }

  private static func place(_ location: StorageLocation) -> String {
    let keys = location.keys.filter { !$0.isEmpty && $0 != "/" }
    let region = location.region.isEmpty ? "" : "(\(location.region))"
    return [location.provider, location.bucket, keys.joined(separator: ", "), region]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
