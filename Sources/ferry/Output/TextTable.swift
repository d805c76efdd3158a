import Canvas
import Words

/// A table of texts for standard output.
///
/// In a pipe columns are as wide as their widest cell. A terminal gets what it has room for: columns
/// are made narrower as far as they go, and those of least importance are left out.
struct TextTable {
  /// A column's title, where its cells stand, and what becomes of it where there is little room.
  struct Column {
    let title: String
    let alignment: Alignment
    /// The narrowest that it is worth showing, in cells; `nil` for as wide as its widest cell.
    let minimum: Int?
    /// The higher, the later it is left out.
    let priority: Int

    /// A column.
    ///
    /// - Parameters:
    ///   - column: What its title says; `nil` for one without a title.
    ///   - alignment: Where its cells stand.
    ///   - minimum: The narrowest that it is worth showing.
    ///   - priority: The higher, the later it is left out.
    init(
      _ column: Words.Column?, alignment: Alignment = .leading, minimum: Int? = nil,
      priority: Int = 0
    ) {
      title = column.map(Spoken.tongue.words) ?? ""
      self.alignment = alignment
      self.minimum = minimum
      self.priority = priority
    }
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
  ///
  /// - Parameter width: The columns of the terminal; `nil` for as many as it takes.
  /// - Returns: The lines.
  func lines(width: Int? = nil) -> [String] {
    let all = [columns.map(\.title)] + rows
    let ideals = columns.indices.map { index in all.map { Canvas.columns(of: $0[index]) }.max() ?? 0
    }
    let places = places(ideals, width: width)
    return all.map { row in
      let cells = places.map { place in
        fitted(row[place.id], width: place.width, alignment: columns[place.id].alignment)
      }
      let line = cells.joined(separator: layOut(Self.gap)).filter { $0.width > 0 }
      return String(line.map(\.character)).replacing(#/ +$/#, with: "")
    }
  }

  private static let gap = "  "

  /// The columns to show, by their numbers, and how wide they are.
  private func places(_ ideals: [Int], width: Int?) -> [(id: Int, width: Int)] {
    guard let width else { return ideals.enumerated().map { ($0, $1) } }
    // A layout has columns one cell apart, so the second cell of the gap is taken for one of theirs.
    let columns = columns.indices.map { index in
      TableColumn(
        index, minimum: min(self.columns[index].minimum ?? .max, ideals[index]) + 1,
        ideal: ideals[index] + 1, priority: self.columns[index].priority)
    }
    return TableLayout(columns, width: width + 1).placements.map { ($0.id, $0.width - 1) }
  }
}
