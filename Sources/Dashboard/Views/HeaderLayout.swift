import Canvas
import Migration
import Words

/// What of the header a width has room for: counts and speed come before the length of names.
struct HeaderLayout {
  /// The parts of the line, one after the other, with the blanks between them.
  let parts: [[Cell]]

  /// What is given up, one after the other, until the counts have room.
  private struct Cut {
    /// The most columns of the profile's name.
    var name = 24
    var hasEndpoint = false
    var hasRemarks = true
    var hasSpeed = true
    /// Whether each state has to have its count.
    var isComplete = false
    var gap = "  "
  }

  private static let cuts = [
    Cut(hasEndpoint: true, isComplete: true), Cut(isComplete: true), Cut(name: 12), Cut(name: 4),
    Cut(name: 4, hasRemarks: false), Cut(name: 4, hasRemarks: false, hasSpeed: false, gap: " "),
    Cut(name: 2, hasRemarks: false, hasSpeed: false, gap: " "),
  ]

  /// The header of `state` in `width` columns.
  init(_ state: State, width: Int) {
    let all = countsText(state, room: .max)
    let name = state.configuration.profile
    for cut in Self.cuts {
      let names = [Self.shortened(name, cut.name, Style(.accent, bold: true), in: state)]
      let remarks = Self.remarks(state, cut)
      // Of tasks that nobody has told of yet, nobody knows how fast they move.
      let speed = all.isEmpty ? [] : Self.speed(state, cut)
      let used = (names + remarks + speed).reduce(0) { $0 + $1.count }
      let counts = countsText(state, room: width - used - cut.gap.count)
      guard used <= width, counts == all || !counts.isEmpty && !cut.isComplete else { continue }
      let figures = counts.isEmpty ? [] : layOut(cut.gap + counts)
      parts = names + remarks + [figures] + speed
      return
    }
    parts = [Self.shortened(name, max(0, width), Style(.accent, bold: true), in: state)]
  }

  private static func remarks(_ state: State, _ cut: Cut) -> [[Cell]] {
    let configuration = state.configuration
    let endpoint = shortened(configuration.endpoint, 40, Style(.muted), in: state)
    let hasEndpoint = cut.hasEndpoint && !endpoint.isEmpty && state.size.columns >= 100
    let remarks: [(isShown: Bool, word: ScreenWord, tone: Tone)] = [
      (configuration.isReadOnly, .readOnly, .muted),
      (configuration.isProtected, .protected, .warning),
    ]
    let shown = remarks.filter { $0.isShown && cut.hasRemarks }.map { remark in
      layOut(
        " " + configuration.tongue.words(remark.word), style: Style(remark.tone),
        isASCII: configuration.isASCII)
    }
    return shown + [hasEndpoint ? [.blank] + endpoint : []]
  }

  private static func speed(_ state: State, _ cut: Cut) -> [[Cell]] {
    let text = cut.gap + shortBytes(state.list.table.tally.speed) + "/s"
    return cut.hasSpeed ? [layOut(text, style: Style(.accent))] : []
  }

  private static func shortened(
    _ text: String, _ limit: Int, _ style: Style, in state: State
  ) -> [Cell] {
    let width = min(columns(of: text, limit: limit + 1), limit)
    return fitted(text, width: width, style: style, isASCII: state.configuration.isASCII)
  }
}
