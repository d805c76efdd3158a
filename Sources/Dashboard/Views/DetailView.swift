import Canvas
import FoundationEssentials
import Migration
import Words

/// Draws everything about the task under the cursor, as far as there is room.
func drawDetail(_ state: State, in rect: Rect, on frame: inout Frame) {
  guard rect.rows > 0, let task = state.list.current else { return }
  let line = String(repeating: "─", count: rect.columns)
  frame.write(line, row: rect.row, column: 0, style: Style(.muted))
  frame.writeField(
    " \(task.name) ", row: rect.row, column: 2,
    width: min(columns(of: task.name, limit: rect.columns) + 2, rect.columns - 4),
    style: Style(.accent, bold: true, reversed: state.isDetailFocused))
  let page = detailPage(
    of: task, zone: state.windowZone, width: rect.columns - 2, isASCII: frame.isASCII)
  let room = rect.rows - 1
  let top = min(state.detailTop, max(0, page.lines.count - room))
  for (offset, line) in page.lines.dropFirst(top).prefix(room).enumerated() {
    frame.write(line, row: rect.row + 1 + offset, column: 1)
  }
  let left = page.lines.count - top - room
  if left > 0, room > 0 {
    let more =
      " "
      + state.configuration.tongue.words(
        moreLines: left, isFocused: state.isDetailFocused) + " "
    frame.write(
      more, row: rect.end - 1, column: rect.columns - columns(of: more),
      style: Style(.muted))
  }
}

extension State {
  /// How many lines there are about the task under the cursor.
  var detailLineCount: Int {
    list.current.map {
      detailPage(
        of: $0, zone: windowZone, width: size.columns - 2, isASCII: configuration.isASCII
      ).lines.count
    } ?? 0
  }
}

private func detailPage(
  of task: MigrationTask, zone: WindowZone?, width: Int, isASCII: Bool
) -> Page {
  var page = Page(width: width, isASCII: isASCII)
  page.addFact("state", stateText(task.state), style: task.state.style)
  if let failure = task.outcome.failure {
    page.addFact("error", "\(failure.code) \(failure.message)", style: Style(.bad))
  }
  page.addFact("progress", task.progressSentence)
  page.addFact("from", task.source.sentence)
  page.addFact("to", task.destination.sentence)
  page.addFact("objects", task.objects.sentence(isGrowing: task.isScanning))
  page.addFact("time", task.timeSentence)
  page.addFact("id", task.id.description)
  if !task.settings.description.isEmpty {
    page.addFact("description", task.settings.description)
  }
  page.addFact("chosen by", task.kind.rawValue)
  if let list = task.outcome.failedObjects {
    let retry = list.canRetry ? "can be run again" : "cannot be run again"
    page.addFact("failed list", "\(list.key) \(retry) \(list.errorCode ?? "")")
  }
  for window in task.settings.bandwidth.prefix(5) {
    let hours = ["\(window.start)-\(window.end)", zone?.text].compactMap(\.self)
    page.addFact(
      "limit", "\(hours.joined(separator: " ")): \(speedText(window.maxBandwidth))")
  }
  if let date = task.settings.changedSince.flatMap(dateText) { page.addFact("changed since", date) }
  if let threads = task.settings.threads { page.addFact("threads", String(threads)) }
  if task.settings.isEncrypted == true { page.addFact("encryption", "KMS at the destination") }
  return page
}

extension MigrationTask {
  /// `68%  4.1 GiB of 6.0 GiB  2.1 MiB/s`, as far as it is known.
  var progressSentence: String {
    let total = (isScanning ? "≥ " : "") + bytesText(totalBytes)
    let speed = state.isMoving ? ", \(speedText(speed))" : ""
    let scanning = isScanning ? ", still scanning the source" : ""
    return "\(progressText), \(bytesText(completedBytes)) of \(total)\(speed)\(scanning)"
  }

  fileprivate var timeSentence: String {
    let started = startedAt.flatMap(dateText).map { "started \($0)" } ?? "not started"
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
