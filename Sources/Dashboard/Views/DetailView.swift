import Canvas
import FoundationEssentials
import Migration
import Words

/// Draws everything about the task under the cursor, as far as there is room.
func drawDetail(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard rect.rows > 0 else { return }
  let isAtRight = rect.column > 0
  let rule = isAtRight ? "│" : String(repeating: "─", count: rect.columns)
  for row in rect.row..<(isAtRight ? rect.end : rect.row + 1) {
    frame.write(rule, row: row, column: rect.column, style: Style(.muted))
  }
  let title = state.list.current.map { " " + $0.route(isASCII: frame.isASCII) + " " } ?? ""
  frame.writeField(
    title, row: rect.row, column: rect.column + 2,
    width: min(columns(of: title, limit: rect.columns), max(0, rect.columns - 4)),
    style: Style(.accent, bold: true, reversed: state.isDetailFocused))
  let page = state.detailPage
  let room = rect.rows - 1
  let top = min(state.detailTop, max(0, page.lines.count - room))
  for (offset, line) in page.lines.dropFirst(top).prefix(room).enumerated() {
    frame.write(line, row: rect.row + 1 + offset, column: rect.column + (isAtRight ? 2 : 1))
  }
  let left = page.lines.count - top - room
  if left > 0, room > 0 {
    let more =
      " "
      + state.configuration.tongue.words(
        moreLines: left, isFocused: state.isDetailFocused) + " "
    frame.write(
      more, row: rect.end - 1, column: rect.column + rect.columns - columns(of: more),
      style: Style(.muted))
  }
}

extension State {
  /// How many lines there are about the task under the cursor.
  var detailLineCount: Int { detailPage.lines.count }

  /// All that there is to say about the task under the cursor.
  fileprivate var detailPage: Page {
    let rect = regions.detail
    var page = Page(width: rect.columns - (rect.column > 0 ? 3 : 2), isASCII: configuration.isASCII)
    if let task = list.current {
      page.add(task, zone: windowZone, in: configuration)
    } else if list.spot != nil {
      page.addText(configuration.tongue.severalTasks, style: Style(.muted))
    }
    return page
  }
}

extension Page {
  fileprivate mutating func add(
    _ task: MigrationTask, zone: WindowZone?, in configuration: DashboardConfiguration
  ) {
    addFact("state", stateText(task.state), style: task.state.style)
    if let failure = task.outcome.failure {
      addFact("error", "\(failure.code) \(failure.message)", style: Style(.bad))
    }
    if task.state == .failed { addFact("what to do", configuration.tongue.whyFailed(task)) }
    addFact("progress", task.progressSentence)
    addFact("from", task.source.sentence)
    addFact("to", task.destination.sentence)
    addFact("objects", task.objects.sentence(isGrowing: task.isScanning))
    addFact("time", task.timeSentence(in: configuration.zone))
    addFact("id", task.id.description)
    addName(task.name)
    if !task.settings.description.isEmpty {
      addFact("description", task.settings.description)
    }
    addFact("chosen by", task.kind.rawValue)
    if let list = task.outcome.failedObjects {
      let retry = list.canRetry ? "can be run again" : "cannot be run again"
      addFact("failed list", "\(list.key) \(retry) \(list.errorCode ?? "")")
    }
    for window in task.settings.bandwidth.prefix(5) {
      let hours = ["\(window.start)-\(window.end)", zone?.text].compactMap(\.self)
      addFact(
        "limit", "\(hours.joined(separator: " ")): \(speedText(window.maxBandwidth))")
    }
    if let date = task.settings.changedSince.flatMap({ dateText($0, in: configuration.zone) }) {
      addFact("changed since", date)
    }
    if let threads = task.settings.threads { addFact("threads", String(threads)) }
    if task.settings.isEncrypted == true { addFact("encryption", "KMS at the destination") }
  }
}

extension MigrationTask {
  /// `68%  4.1 GiB of 6.0 GiB  2.1 MiB/s`, as far as it is known.
  var progressSentence: String {
    let total = (isScanning ? "≥ " : "") + bytesText(totalBytes)
    let speed = state.isMoving ? ", \(speedText(speed))" : ""
    let scanning = isScanning ? ", still scanning the source" : ""
    return "\(progressText), \(bytesText(completedBytes)) of \(total)\(speed)\(scanning)"
  }

  fileprivate func timeSentence(in clocks: WindowZone) -> String {
    let started =
      startedAt.flatMap { dateText($0, in: clocks) }.map { "started \($0)" } ?? "not started"
    let ran = elapsed.map { ", ran \(durationText($0))" } ?? ""
    let left = currentTimeLeft.map { ", \(durationText($0)) left" } ?? ""
    return started + ran + left
  }
}

extension StorageLocation {
  /// `photos/2025/ (AWS eu-west-1)`, as far as it is known.
  var sentence: String {
    let place = [provider, region].filter { !$0.isEmpty }.joined(separator: " ")
    return place.isEmpty ? shortName : "\(shortName) (\(place))"
  }
}

extension ObjectCounts {
  fileprivate func sentence(isGrowing: Bool) -> String {
    let whole = (isGrowing ? "≥ " : "") + countText(total)
    return "\(countText(succeeded)) of \(whole) moved, \(countText(failed)) failed, "
      + "\(countText(skipped)) skipped"
  }
}
