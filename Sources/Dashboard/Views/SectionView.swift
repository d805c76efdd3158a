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
    switch part.content {
    case .header(let section):
      return [(section.state.word, headStyle(section)), (figures(of: section), .plain)]
    case .fold(.section(let section)):
      return sign + [
        (section.state.word, headStyle(section)),
        (figures(of: section) + marked, .plain),
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

  private var marks: Int {
    if case .fold(let fold) = part.content { state.list.foldMarks[fold] ?? 0 } else { 0 }
  }

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

  /// How many tasks of a section are in the state that it is called after, how many in others, and
  /// what there is to say about all of them.
  private func figures(of section: Attention) -> String {
    let table = state.list.table
    // Of those that a filter lets through nobody knows it.
    guard table.shown.filter.isEmpty else { return " \(part.rows.count)" }
    let others = table.counts.filter {
      $0.key.attention == section && $0.key.word != section.state.word
    }
    let count = max(0, part.rows.count - others.values.reduce(0, +))
    let parts = others.sorted { $0.key.code < $1.key.code }.map { "\($0.value) \($0.key.word)" }
    let size = section == .succeeded ? [shortBytes(table.tally.bytes[section]?.total ?? 0)] : []
    return " \(count)" + (parts + size).map { "   " + $0 }.joined()
  }
}
