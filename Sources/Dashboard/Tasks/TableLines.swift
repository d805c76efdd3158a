package import Migration

/// What stands on the lines of the table, from the first one to the last.
///
/// Lines are told apart from stops, which are the lines that the cursor can stand on, and from rows,
/// which are the places of tasks in ``TaskTable/rows``.
package struct TableLines: Equatable, Sendable {
  /// What a line is.
  package enum Content: Hashable, Sendable {
    /// The header of a section.
    case header(Attention)
    /// One line for several tasks, which is a stop.
    case fold(Fold)
    /// The header of tasks that have failed for the same cause.
    case cause(TaskFailure.Cause)
    /// A task a line, each a stop; those below a line about them are set in.
    case tasks(below: Fold?)
  }

  /// Lines of one kind, one below the other.
  package struct Part: Equatable, Sendable {
    /// What they are.
    package let content: Content
    /// The rows that they are about.
    package let rows: Range<Int>
    /// The first line, from 0.
    package let line: Int
    /// The first stop, from 0; the next one where none of them is a stop.
    package let stop: Int

    var lineCount: Int { if case .tasks = content { rows.count } else { 1 } }

    var stopCount: Int {
      switch content {
      case .tasks: rows.count
      case .fold: 1
      case .header, .cause: 0
      }
    }

    /// The rows that a stop is about.
    func rows(atStop stop: Int) -> Range<Int> {
      guard case .tasks = content else { return rows }
      let row = rows.lowerBound + stop - self.stop
      return row..<row + 1
    }
  }

  /// The lines, part by part.
  package private(set) var parts: [Part] = []
  /// How many lines there are.
  package private(set) var count = 0
  /// How many stops there are.
  package private(set) var stopCount = 0
  /// Whether a task is shown below the line that stands for it as well.
  var hasException = false

  /// No lines.
  init() {}

  /// A task a line.
  init(flat rows: Int) {
    add(.tasks(below: nil), 0..<rows)
  }

  /// Adds lines below the others.
  mutating func add(_ content: Content, _ rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let part = Part(content: content, rows: rows, line: count, stop: stopCount)
    parts.append(part)
    count += part.lineCount
    stopCount += part.stopCount
  }

  /// The part that a stop, which must be there, belongs to.
  func part(atStop stop: Int) -> Part? {
    parts.last { $0.stop <= stop && $0.stopCount > 0 }
  }

  /// The line of a stop; 0 when there are none.
  func line(ofStop stop: Int) -> Int { part(atStop: stop).map { $0.line + stop - $0.stop } ?? 0 }

  /// The stop of a row: that of its task, or of the line that stands for it; `nil` when there is no
  /// such row.
  func stop(ofRow row: Int) -> Int? {
    var fold: Int?
    for part in parts where part.rows.contains(row) {
      switch part.content {
      case .tasks: return part.stop + row - part.rows.lowerBound
      case .fold: fold = part.stop
      case .header, .cause: break
      }
    }
    return fold
  }

  /// The rows that a stop is about; empty when there is no such stop.
  func rows(atStop stop: Int) -> Range<Int> {
    part(atStop: stop).map { $0.rows(atStop: stop) } ?? 0..<0
  }

  /// Where a fold is: its one stop, or the first of its tasks; `nil` when it has none.
  func stop(of fold: Fold) -> Int? {
    parts.first { part in
      switch (part.content, fold) {
      case (.fold(let other), _): other == fold
      case (.header(let section), .section(let other)): section == other
      case (.cause(let cause), .cause(let other)): cause == other
      case (.header, .cause), (.cause, .section), (.tasks, _): false
      }
    }?.stop
  }

  /// The part at the top of the section that a line belongs to; `nil` where there are no sections.
  func head(ofLine line: Int) -> Part? {
    parts.last { part in
      switch part.content {
      case .header, .fold(.section): part.line <= line
      case .fold(.cause), .cause, .tasks: false
      }
    }
  }

  /// What would be folded if the cursor is at `stop`: what stands in one line there, the tasks of the
  /// same cause, or the section; `nil` where there are no sections.
  func fold(atStop stop: Int) -> (fold: Fold, isFolded: Bool)? {
    guard let part = part(atStop: stop) else { return nil }
    if case .fold(let fold) = part.content { return (fold, true) }
    for above in parts.reversed() where above.line < part.line {
      switch above.content {
      case .header(let section), .fold(.section(let section)): return (.section(section), false)
      case .cause(let cause) where part.content == .tasks(below: .cause(cause)),
        .fold(.cause(let cause)) where above.rows.contains(part.rows.lowerBound):
        return (.cause(cause), false)
      case .cause, .fold(.cause), .tasks: break
      }
    }
    return nil
  }
}
