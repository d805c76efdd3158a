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
  ///
  /// - Parameters:
  ///   - label: What stands before the value; `nil` below the line before it.
  ///   - value: The value.
  mutating func add(_ label: Label?, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    lines.append((label.map(Spoken.tongue.words) ?? "", value))
  }

  /// Adds a line.
  mutating func add(_ label: Label?, _ value: Detail) {
    add(label, Spoken.tongue.words(value))
  }

  /// Adds what a task or group left behind.
  mutating func add(_ outcome: TaskOutcome) {
    let tongue = Spoken.tongue
    add(.error, outcome.failure.map { "\($0.code) \($0.message)" })
    add(.advice, outcome.failure.flatMap(tongue.advice))
    if let list = outcome.failedObjects, list.canRetry || !list.key.isEmpty {
      let retry = list.canRetry ? tongue.words(.canRetry) : ""
      add(.failedObjects, retry + (list.key.isEmpty ? tongue.words(.noList) : list.key))
    }
    add(.notification, outcome.notification?.sentence(in: tongue))
  }

  /// Adds what a task or group is made of.
  ///
  /// - Parameters:
  ///   - task: The task or group.
  ///   - zone: The zone in which the hours of its windows are counted, as far as somebody knows.
  mutating func add(_ task: JournalledTask, zone: WindowZone? = nil) {
    add(.type, task.kind)
    add(.source, Self.place(task.source.location))
    add(.destination, Self.place(task.destination.location))
    add(task.settings, zone)
  }

  /// Adds who is told about the end.
  mutating func add(_ request: NotificationRequest?) {
    guard let request else { return }
    let ends: [Detail] =
      (request.onSuccess ? [.onSuccess] : []) + (request.onFailure ? [.onFailure] : [])
    let words = ends.map(Spoken.tongue.words).joined(separator: Spoken.tongue.comma)
    add(.notification, "\(request.topicURN) (\(words))")
  }

  private mutating func add(_ settings: TaskSettings, _ zone: WindowZone?) {
    let facts = settings.facts(zone: zone, in: Spoken.tongue) { $0.formatted(.iso8601) }
    for (label, value) in facts { add(label, value) }
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

  private static func place(_ location: StorageLocation) -> String {
    let keys = location.keys.filter { !$0.isEmpty && $0 != "/" }
    let region = location.region.isEmpty ? "" : "(\(location.region))"
    return [location.provider, location.bucket, keys.joined(separator: ", "), region]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
