import Canvas
import Dashboard
import Foundation
import MigrationAPI

/// Tasks as rows of texts.
enum TaskRows {
  /// The table that `ferry list` prints.
  static func table(of tasks: [MigrationTask]) -> TextTable {
    var table = TextTable([
      .init(title: "ID"), .init(title: "NAME"), .init(title: "SOURCE"),
      .init(title: "DESTINATION"), .init(title: "STATE"),
      .init(title: "PROGRESS", alignment: .trailing), .init(title: "SPEED", alignment: .trailing),
      .init(title: "LEFT", alignment: .trailing), .init(title: "OBJECTS", alignment: .trailing),
      .init(title: "FAILED", alignment: .trailing),
    ])
    for task in tasks {
      table.add([
        String(task.id.rawValue), task.name, task.source.shortName, task.destination.shortName,
        task.state.word, percentText(task.progress),
        task.state.isMoving ? speedText(task.speed) : "-",
        task.state.isMoving ? task.timeLeft.map { durationText($0) } ?? "-" : "-",
        "\(task.objects.succeeded)/\(task.objects.total)", String(task.objects.failed),
      ])
    }
    return table
  }

  /// Everything about one task, a line each: name and value.
  static func details(of task: MigrationTask) -> [(name: String, value: String)] {
    let state =
      if case .unknown(let code) = task.state { "unknown (\(code))" } else { task.state.word }
    let scan = task.isScanned == false ? ", source still being listed" : ""
    let objects = task.objects
    var lines: [(name: String, value: String)] = [
      ("id", String(task.id.rawValue)), ("name", task.name), ("state", state),
      ("type", task.kind.rawValue), ("source", place(task.source)),
      ("destination", place(task.destination)), ("progress", percentText(task.progress) + scan),
      ("bytes", "\(bytesText(task.completedBytes)) of \(bytesText(task.totalBytes))"),
      ("speed", speedText(task.speed)),
      ("objects", "\(objects.succeeded) arrived, \(objects.skipped) skipped"),
      ("", "\(objects.failed) failed, of \(objects.total)"),
      ("started", task.startedAt.map { $0.formatted(.iso8601) } ?? "-"),
      ("elapsed", task.elapsed.map { durationText($0) } ?? "-"),
      ("left", task.timeLeft.map { durationText($0) } ?? "-"),
    ]
    for window in task.settings.bandwidth {
      lines.append(
        ("limit", "\(window.start)-\(window.end): \(speedText(window.maxBandwidth))"))
    }
    if let failure = task.outcome.failure {
      lines.append(("error", "\(failure.code) \(failure.message)"))
    }
    if let list = task.outcome.failedObjects, list.canRetry || !list.key.isEmpty {
      lines.append(("failed objects", list.canRetry ? "can be retried; \(list.key)" : list.key))
    }
    if !task.settings.description.isEmpty {
      lines.append(("description", task.settings.description))
    }
    return lines
  }

  private static func place(_ location: StorageLocation) -> String {
    let keys = location.keys.filter { !$0.isEmpty && $0 != "/" }
    let region = location.region.isEmpty ? "" : " (\(location.region))"
    let selection = keys.isEmpty ? "" : " \(keys.joined(separator: ", "))"
    return "\(location.provider) \(location.bucket)\(selection)\(region)"
  }
}
