import Migration

extension TaskTable {
  /// Works out anew what stands on the lines: a few look-ups a section, whatever its length.
  mutating func layOut() {
    version += 1
    // Rows that are not where they belong say nothing about where a section ends.
    guard loose.isEmpty else { return }
    lines = shown.order.hasSections ? sectionLines() : TableLines(flat: rows.count)
  }

  /// Folds what one line can stand for, or shows its tasks.
  mutating func fold(_ fold: Fold, _ isFolded: Bool) {
    settle()
    foldings[fold] = isFolded
    layOut()
  }

  /// Shows a task even where one line stands for it, and no other one so.
  mutating func keep(_ id: TaskID?) {
    guard kept != id else { return }
    kept = id
    if lines.hasException { layOut() }
  }

  /// What stands at a stop; `nil` when there is no such stop.
  func spot(atStop stop: Int) -> Spot? {
    guard let part = lines.part(atStop: stop) else { return nil }
    if case .fold(let fold) = part.content { return .fold(fold) }
    return part.rows(atStop: stop).first.map { .task(rows[$0]) }
  }

  /// Where something stands that the cursor can be on; `nil` when it is no longer shown.
  func stop(of spot: Spot) -> Int? {
    switch spot {
    case .task(let id): index(of: id).flatMap(lines.stop)
    case .fold(let fold): lines.stop(of: fold)
    }
  }

  private func sectionLines() -> TableLines {
    var lines = TableLines()
    var start = 0
    for section in Attention.allCases {
      let end = rows.firstSortedIndex(from: start) { id in
        task(id).map { $0.state.attention.rawValue > section.rawValue } ?? true
      }
      let range = start..<end
      start = end
      if isFolded(.section(section), range.count) {
        add(.section(section), range, to: &lines)
        continue
      }
      lines.add(.header(section), range)
      if section == .failed {
        addFailed(range, to: &lines)
      } else {
        lines.add(.tasks(below: nil), range)
      }
    }
    return lines
  }

  /// Adds the tasks that have failed, newest first; those of the same cause stand where the newest of
  /// them does.
  private func addFailed(_ range: Range<Int>, to lines: inout TableLines) {
    var groups: [(rows: Range<Int>, cause: TaskFailure.Cause)] = []
    var start = range.lowerBound
    let plainEnd = endOfCause(nil, from: start, to: range.upperBound)
    var plain = start..<plainEnd
    start = plainEnd
    while start < range.upperBound, let cause = task(rows[start])?.causeOfFailure {
      let end = endOfCause(cause, from: start, to: range.upperBound)
      let group = start..<max(end, start + 1)
      let isFew = group.count <= Fold.fewFailures
      groups += isFew ? group.map { ($0..<$0 + 1, cause) } : [(group, cause)]
      start = group.upperBound
    }
    for group in groups.sorted(by: { rows[$0.rows.lowerBound] > rows[$1.rows.lowerBound] }) {
      let newest = rows[group.rows.lowerBound]
      let cut = rows.firstSortedIndex(from: plain.lowerBound, to: plain.upperBound) { $0 < newest }
      lines.add(.tasks(below: nil), plain.lowerBound..<cut)
      plain = cut..<plain.upperBound
      if group.rows.count == 1 {
        lines.add(.tasks(below: nil), group.rows)
      } else if isFolded(.cause(group.cause), group.rows.count) {
        add(.cause(group.cause), group.rows, to: &lines)
      } else {
        lines.add(.cause(group.cause), group.rows)
        lines.add(.tasks(below: .cause(group.cause)), group.rows)
      }
    }
    lines.add(.tasks(below: nil), plain)
  }

  private func endOfCause(_ cause: TaskFailure.Cause?, from start: Int, to end: Int) -> Int {
    rows.firstSortedIndex(from: start, to: end) { id in task(id)?.causeOfFailure != cause }
  }

  /// Adds one line for several tasks, and below it the one that is to be shown all the same.
  private func add(_ fold: Fold, _ range: Range<Int>, to lines: inout TableLines) {
    lines.add(.fold(fold), range)
    guard let row = kept.flatMap(index), range.contains(row) else { return }
    lines.add(.tasks(below: fold), row..<row + 1)
    lines.hasException = true
  }

  private func isFolded(_ fold: Fold, _ count: Int) -> Bool {
    count > 0
      && foldings[fold] ?? fold.isFolded(count, isFiltered: !shown.filter.isEmpty)
  }
}
