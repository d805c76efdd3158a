import Canvas
import Migration

/// One line of the task table.
///
/// The cursor is a sign at the left and one highlighted cell: moving it over a slow link costs a few
/// bytes, not two lines.
struct TaskRowView {
  let task: MigrationTask
  let isCurrent: Bool
  let isMarked: Bool
  /// Whether the service has been silent for too long to believe this.
  let isDoubtful: Bool
  /// The column whose cell shows the cursor.
  let highlighted: TaskField

  func draw(_ layout: TableLayout<TaskField>, row: Int, on frame: inout Frame) {
    for place in layout.placements {
      var style = isDoubtful ? Style(.muted) : self.style(of: place.id)
      if isCurrent, place.id == highlighted { style.isReversed = true }
      frame.writeField(
        text(of: place.id, width: place.width), row: row, column: place.start, width: place.width,
        alignment: place.id.alignment, style: style)
    }
  }

  private func text(of field: TaskField, width: Int) -> String {
    switch field {
    case .mark: (isCurrent ? "▸" : " ") + (isMarked ? "*" : " ")
    case .id: task.id.description
    case .name: task.name
    case .source: task.source.shortName
    case .destination: task.destination.shortName
    case .state: stateText(task.state)
    case .progress: progressText(width: width)
    case .speed: task.state.isMoving ? speedText(task.speed) : ""
    case .left: task.isScanning ? "scanning" : task.currentTimeLeft.map(durationText) ?? ""
    case .objects:
      countText(task.objects.succeeded) + (task.isScanning ? "/≥" : "/")
        + countText(task.objects.total)
    case .failed: countText(task.objects.failed)
    }
  }

  private func progressText(width: Int) -> String {
    let part = task.progressText
    let room = width - 6
    guard room >= 4 else { return part }
    let padding = String(repeating: " ", count: max(0, 6 - part.count))
    return gauge(task.progress, width: room) + padding + part
  }

  private func style(of field: TaskField) -> Style {
    switch field {
    case .mark: Style(.accent, bold: true)
    case .state, .progress: task.state.style
    case .failed: task.objects.failed > 0 ? Style(.bad) : Style(.muted)
    case .speed, .left, .name: .plain
    case .id, .source, .destination, .objects: .plain
    }
  }
}

/// The word of a state; of one that nobody knows, with its number.
func stateText(_ state: TaskState) -> String {
  if case .unknown(let code) = state { "\(state.word) \(code)" } else { state.word }
}

extension MigrationTask {
  /// The part that is done.
  ///
  /// While objects are still being found the whole is larger than known, so that the part can only
  /// be smaller.
  var progressText: String { (isScanning ? "≤" : "") + percentText(progress) }
}

extension TaskState {
  /// How the state's word looks.
  var style: Style {
    switch self {
    case .running: Style(.active)
    case .retrying, .stopping, .unknown: Style(.warning)
    case .succeeded: Style(.good)
    case .failed: Style(.bad)
    case .initialising, .waiting: Style(.muted)
    case .stopped: .plain
    }
  }
}
