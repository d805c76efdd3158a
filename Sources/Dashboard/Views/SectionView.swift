import Canvas
import Migration
import Words

/// A line of the task table that is about several tasks.
struct SectionView {
  let state: State
  let part: TableLines.Part
  let width: Int
  let isCurrent: Bool

  func draw(row: Int, on frame: inout Frame) {
    if isCurrent {
      frame.fill(
        Rect(row: row, column: 0, rows: 1, columns: width), with: Cell(" ", style: look(.plain)))
    }
    var column = 0
    for (text, style) in pieces {
      guard column < width else { return }
      let cells = layOut(
        text, style: look(style), isASCII: frame.isASCII, limit: width - column)
      column = frame.write(cells, row: row, column: column)
    }
    if let hint = end, column + 2 + columns(of: hint) <= width {
      frame.write(hint, row: row, column: width - columns(of: hint), style: look(Style(.muted)))
    }
  }

  private func look(_ style: Style) -> Style {
    isCurrent ? Style(reversed: true) : style
  }

  private var pieces: [(text: String, style: Style)] {
    let count = "\(part.rows.count)"
    switch part.content {
    case .header(let section):
      return [(section.state.word, headStyle(section)), (" " + count + details(section), .plain)]
    case .fold(.section(let section)):
      return sign + [
        (section.state.word, headStyle(section)),
        (" " + count + details(section) + marked, .plain),
      ]
    case .fold(.cause(let cause)): return sign + [(sentence(cause) + marked, Style(.bad))]
    case .cause(let cause): return [("  " + sentence(cause), Style(.bad))]
    case .tasks: return []
    }
  }

  private var sign: [(text: String, style: Style)] {
    let isTarget = marks > 0 || isInRange
    return [((isCurrent ? "▸" : " ") + (isTarget ? "*" : " "), Style(.accent, bold: true))]
  }

  private var marks: Int { state.list.markCount(of: part.rows) }

  private var isInRange: Bool { state.list.range.contains(part.stop) }

  /// How many of its tasks are marked, unless it is all of them or none.
  private var marked: String {
    let marks = marks
    guard marks > 0, marks < part.rows.count, !isInRange else { return "" }
    return "  " + state.configuration.tongue.words(marked: marks, hidden: 0)
  }

  private var end: String? {
    if case .fold = part.content { state.configuration.tongue.unfolds } else { nil }
  }

  private func sentence(_ cause: TaskFailure.Cause) -> String {
    "\(part.rows.count) × " + state.configuration.tongue.words(cause)
  }

  private func headStyle(_ section: Attention) -> Style {
    let style = state.link.isDoubtful ? Style(.muted) : section.state.style
    return Style(style.tone, bold: true)
  }

  /// What there is to say about all tasks of a section.
  private func details(_ section: Attention) -> String {
    // Of those that a filter lets through nobody knows it.
    let table = state.list.table
    guard table.shown.filter.isEmpty else { return "" }
    let others = table.counts.keys.filter {
      $0.attention == section && $0.word != section.state.word
    }
    .sorted { $0.code < $1.code }
    let parts = others.map { "\(table.counts[$0] ?? 0) \($0.word)" }
    let size = section == .succeeded ? [shortBytes(table.tally.bytes[section]?.total ?? 0)] : []
    return (parts + size).map { "   " + $0 }.joined()
  }
}
