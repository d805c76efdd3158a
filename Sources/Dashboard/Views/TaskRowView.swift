import Canvas
import FoundationEssentials
import Migration
import Words

/// One line of the task table that is about one task.
struct TaskRowView: Equatable, Sendable {
  let task: MigrationTask
  /// Where it takes what from, as it is told apart from the others on the screen.
  let route: [Cell]
  let isCurrent: Bool
  let isMarked: Bool
  /// What the line above it is about, below which it is set in.
  let above: Fold?
  /// Whether the service has been silent for too long to believe this.
  let isDoubtful: Bool
  /// Whether a header above it says in which state it is.
  let hasSections: Bool
  /// How fast it went before.
  let trend: Trend?
  /// How long nothing of it has moved, once that is worth a word.
  let standstill: Duration?
  /// How old it is, or how long ago it ended, in a word.
  let age: String
  /// Whether that is less than a minute.
  let hasJustEnded: Bool
  let language: Language

  private var tongue: any Tongue { language.tongue }

  /// What stands before the route.
  static func indent(below above: Fold?) -> [Cell] { above == nil ? [] : [.blank, .blank] }

  func draw(_ layout: TableLayout<TaskField>, row: Int, width: Int, on frame: inout Frame) {
    if isCurrent {
      frame.fill(
        Rect(row: row, column: 0, rows: 1, columns: width),
        with: Cell(" ", style: style(of: .route)))
    }
    let reason = reasonRange(layout)
    for place in layout.placements where !reason.contains(place.start) {
      if place.id == .route {
        drawRoute(place, row: row, on: &frame)
      } else {
        frame.writeField(
          text(of: place.id, width: place.width), row: row, column: place.start,
          width: place.width, alignment: place.id.alignment, style: style(of: place.id))
      }
    }
    guard !reason.isEmpty else { return }
    frame.writeField(
      tongue.whyFailed(task), row: row, column: reason.lowerBound, width: reason.count,
      style: style(of: .failed))
  }

  private func drawRoute(
    _ place: TableLayout<TaskField>.Placement, row: Int, on frame: inout Frame
  ) {
    let style = style(of: .route)
    let cells = Self.indent(below: above) + route
    frame.write(
      cells.prefix(place.width).map { $0.styled(style) }, row: row, column: place.start)
  }

  /// The columns that have nothing to say of a task that has failed: there stands why.
  private func reasonRange(_ layout: TableLayout<TaskField>) -> Range<Int> {
    let first = hasSections ? TaskField.progress : .speed
    guard task.state == .failed, !isCauseAbove, let start = layout[first]?.start,
      let last = layout.placements.last(where: { $0.id != .age }), last.start >= start
    else { return 0..<0 }
    return start..<last.start + last.width
  }

  /// Whether the line above it says why it has failed.
  private var isCauseAbove: Bool { if case .cause = above { true } else { false } }

  private func text(of field: TaskField, width: Int) -> String {
    switch field {
    case .mark: (isCurrent ? "▸" : " ") + (isMarked ? "*" : " ")
    case .route: ""
    case .state: stateText(task.state)
    case .progress: progressText(width: width)
    case .bytes: task.shortBytesText
    case .speed: task.state.isMoving ? shortBytes(task.currentSpeed.rawValue) + "/s" : ""
    case .trend: sparkline((trend?.values ?? []).suffix(width).map(Optional.some))
    case .left: leftText(width: width)
    case .objects:
      countText(task.objects.succeeded) + (task.isScanning ? "/≥" : "/")
        + countText(task.objects.total)
    case .failed: countText(task.objects.failed)
    case .age: age
    }
  }

  /// How long it takes, or what stands between now and the end.
  private func leftText(width: Int) -> String {
    switch task.state {
    case .stopping, .retrying: return task.state.word
    case .initialising, .waiting, .running, .stopped, .failed, .succeeded, .unknown: break
    }
    if let standstill {
      let seconds = standstill.components.seconds
      let time = seconds < 60 ? "\(seconds / 10 * 10)s" : ageText(standstill)
      let words = tongue.words(stalledFor: time)
      return columns(of: words) <= width ? words : tongue.words(stalledFor: nil)
    }
    if task.isScanning { return tongue.scanning }
    if let range = task.currentTimeLeft.flatMap({ _ in trend?.range(for: task.bytesLeft) }) {
      return rangeText(range.least, range.most)
    }
    return task.currentTimeLeft.map(durationText) ?? ""
  }

  private func progressText(width: Int) -> String {
    switch task.state {
    // There is nothing to measure yet, and the header does not say it.
    case .initialising, .unknown: return hasSections ? stateText(task.state) : ""
    case .waiting: return ""
    case .running, .retrying, .stopping, .stopped, .failed, .succeeded: break
    }
    let part = task.progressText
    let room = width - 5
    guard room >= 4 else { return String(repeating: " ", count: max(0, width - part.count)) + part }
    let padding = String(repeating: " ", count: max(0, 5 - part.count))
    return gauge(task.progress, lighter: task.skippedPart, width: room) + padding + part
  }

  /// Whether it has succeeded within the last minute; later that is nothing to look at.
  private var hasEndedWell: Bool { task.state == .succeeded && hasJustEnded }

  private func style(of field: TaskField) -> Style {
    if isCurrent {
      return Style(isDoubtful ? .muted : .plain, reversed: true)
    }
    if isDoubtful { return Style(.muted) }
    return switch field {
    case .mark: Style(.accent, bold: true)
    case .state, .progress: hasEndedWell ? Style(.good) : task.state.style
    case .failed: task.objects.failed > 0 || task.state == .failed ? Style(.bad) : Style(.muted)
    case .route, .speed, .left, .bytes, .objects: .plain
    case .trend: trend == nil ? .plain : Style(.active)
    case .age: Style(.muted)
    }
  }
}

/// The word of a state; of one that nobody knows, with its number.
func stateText(_ state: TaskState) -> String {
  if case .unknown(let code) = state { "\(state.word) \(code)" } else { state.word }
}

extension TaskState {
  /// How the state's word looks.
  var style: Style {
    switch self {
    case .running: Style(.active)
    case .retrying, .stopping, .unknown: Style(.warning)
    case .succeeded: .plain
    case .failed: Style(.bad)
    case .initialising, .waiting: Style(.muted)
    case .stopped: .plain
    }
  }
}

extension Cell {
  /// The same in another style.
  func styled(_ style: Style) -> Cell {
    var cell = self
    cell.style = style
    return cell
  }
}
