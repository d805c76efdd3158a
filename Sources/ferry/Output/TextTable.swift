import Canvas

/// A table of texts for standard output: columns as wide as their widest cell.
struct TextTable {
  /// A column's title, and whether its cells stand at the right.
  struct Column {
    var title: String
    var alignment: Alignment = .leading
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// The lines, the titles first; no blanks at their ends.
  var lines: [String] {
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { index in
      all.map { layOut($0[index]).count }.max() ?? 0
    }
    return all.map { row in
      let cells = columns.indices.map { index in
        fitted(row[index], width: widths[index], alignment: columns[index].alignment)
      }
      let line = cells.joined(separator: layOut("  ")).filter { $0.width > 0 }.map(\.character)
      return String(line).replacing(#/ +$/#, with: "")
    }
  }
}
