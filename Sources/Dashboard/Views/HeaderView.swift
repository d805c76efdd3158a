import Canvas
import Migration
import Words

/// Draws who is asked, what is going on there, and whether that is still so.
func drawHeader(_ state: State, on frame: inout Frame) {
  let freshness = state.link.freshness
  let label = " " + freshness.label(showsAge: state.link.showsAge)
  let end = frame.size.columns - columns(of: label)
  frame.write(label, row: 0, column: end, style: freshness.style)
  var column = drawProfile(state, room: end, on: &frame)
  let speed = "  " + shortBytes(state.list.table.tally.speed) + "/s"
  let room = end - column - columns(of: speed)
  let counts = countsText(state, room: room - 2)
  if !counts.isEmpty {
    column = frame.write("  " + counts, row: 0, column: column)
  }
  guard column + columns(of: speed) <= end else { return }
  column = frame.write(speed, row: 0, column: column, style: Style(.accent))
  for texts in progressTexts(state) {
    let text = texts.first { column + 2 + columns(of: $0) <= end }
    guard let text else { return }
    column = frame.write("  " + text, row: 0, column: column)
  }
}

/// How much of everything under way is done, and when the rest will be, as far as that is known; each
/// at length and then shorter.
private func progressTexts(_ state: State) -> [[String]] {
  let tally = state.list.table.tally
  let bytes = tally.underWay
  guard bytes.total > 0 else { return [] }
  let sign = state.configuration.tongue.of + (tally.growing > 0 ? "≥" : "")
  let left = tally.timeLeft.flatMap { state.link.isDoubtful ? nil : $0 }
  return [[shortPart(bytes.done, of: bytes.total, sign)]]
    + [left.map { [state.endText($0), ageText($0)].compactMap(\.self) }].compactMap(\.self)
}

/// Draws all that a window of a few cells has room for.
func drawStatusLine(_ state: State, on frame: inout Frame) {
  guard frame.size.rows > 0 else { return }
  let freshness = state.link.freshness
  let label = freshness.label(showsAge: state.link.showsAge)
  let column = frame.write(label, row: 0, column: 0, style: freshness.style)
  let counts = countsText(state, room: frame.size.columns - column - 1)
  frame.write(counts, row: 0, column: column + 1)
}

private func drawProfile(_ state: State, room: Int, on frame: inout Frame) -> Int {
  let configuration = state.configuration
  let name = configuration.profile
  let width = min(columns(of: name, limit: 24), max(0, room))
  frame.writeField(name, row: 0, column: 0, width: width, style: Style(.accent, bold: true))
  var column = width
  let remarks = [
    (configuration.isReadOnly, " read-only", Tone.muted),
    (configuration.isProtected, " protected", Tone.warning),
    (
      !configuration.endpoint.isEmpty && frame.size.columns >= 100,
      " " + String(configuration.endpoint.prefix(40)), Tone.muted
    ),
  ]
  for (isShown, text, tone) in remarks
  where isShown && column + columns(of: text) <= room {
    column = frame.write(text, row: 0, column: column, style: Style(tone))
  }
  return column
}

/// `4 running 2 waiting`, what matters most first, as many states as fit and then how many more.
private func countsText(_ state: State, room: Int) -> String {
  let counts = state.list.table.counts
  if counts.isEmpty {
    return state.link.isLoading || room < "no tasks".count ? "" : "no tasks"
  }
  let parts = statesByInterest(counts)
  for kept in stride(from: parts.count, through: 1, by: -1) {
    let shown = parts.prefix(kept).map { "\($0.count) \($0.word)" }.joined(separator: " ")
    let rest = parts.dropFirst(kept).reduce(0) { $0 + $1.count }
    let text = rest == 0 ? shown : "\(shown) +\(rest)"
    if text.count <= room { return text }
  }
  return ""
}

/// How many tasks there are in each state; the states that no document knows count as one.
private func statesByInterest(_ counts: [TaskState: Int]) -> [(word: String, count: Int)] {
  let order: [TaskState] = [
    .failed, .running, .retrying, .stopping, .waiting, .initialising, .stopped, .succeeded,
  ]
  let known = order.compactMap { state in counts[state].map { (word: state.word, count: $0) } }
  let total = counts.values.reduce(0, +)
  let unknown = total - known.reduce(0) { $0 + $1.count }
  return unknown == 0 ? known : known + [(word: TaskState.unknown(-1).word, count: unknown)]
}

extension Link.Freshness {
  /// The word that the header shows.
  func label(showsAge: Bool) -> String {
    switch self {
    case .connecting: "CONNECTING"
    case .live(let seconds): showsAge ? "LIVE \(seconds)s" : "LIVE"
    case .paused: "PAUSED"
    case .stale(let seconds): "STALE \(seconds)s"
    case .offline(let seconds): "OFFLINE retry \(seconds)s"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .connecting: Style(.muted, bold: true)
    case .live: Style(.good, bold: true)
    case .paused: Style(.warning, bold: true, reversed: true)
    case .stale: Style(.warning, bold: true)
    case .offline: Style(.bad, bold: true)
    }
  }
}
