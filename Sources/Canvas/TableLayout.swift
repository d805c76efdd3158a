/// A column of a table, before it is known how much room there is.
package struct TableColumn<ID: Hashable & Sendable>: Equatable, Sendable {
  /// Which column.
  package var id: ID
  /// The narrowest it is worth showing, in cells.
  package var minimum: Int
  /// The width beyond which more room is of no use.
  package var ideal: Int
  /// The higher, the later it is left out and the earlier it grows.
  package var priority: Int

  /// A column of `minimum` to `ideal` cells.
  package init(_ id: ID, minimum: Int, ideal: Int, priority: Int) {
    self.id = id
    self.minimum = minimum
    self.ideal = max(minimum, ideal)
    self.priority = priority
  }
}

/// Which columns fit into a width, and where.
package struct TableLayout<ID: Hashable & Sendable>: Equatable, Sendable {
  /// A column that fits.
  package struct Placement: Equatable, Sendable {
    /// Which column.
    package var id: ID
    /// Its first cell, from 0.
    package var start: Int
    /// Its cells.
    package var width: Int
  }

  /// The columns that fit, in their order, one cell apart.
  package let placements: [Placement]

  /// Fits `columns` into `width` cells: keeps, from the most important on, each one that still has
  /// its minimum, then lets these grow to their ideal in the same order.
  ///
  /// The most important column stays however narrow it gets, down to nothing.
  package init(_ columns: [TableColumn<ID>], width: Int) {
    let byPriority = columns.indices.sorted { columns[$0].priority > columns[$1].priority }
    var widths: [Int: Int] = [:]
    var spare = max(0, width) + 1
    for index in byPriority {
      let needed = widths.isEmpty ? min(columns[index].minimum, spare - 1) : columns[index].minimum
      guard needed < spare else { continue }
      widths[index] = needed
      spare -= needed + 1
    }
    for index in byPriority {
      guard let present = widths[index] else { continue }
      let growth = max(0, min(spare, columns[index].ideal - present))
      widths[index] = present + growth
      spare -= growth
    }
    var start = 0
    placements = widths.sorted { $0.key < $1.key }.map { index, width in
      defer { start += width + 1 }
      return Placement(id: columns[index].id, start: start, width: width)
    }
  }

  /// Where `id` is, or `nil` when there was no room for it.
  package subscript(id: ID) -> Placement? { placements.first { $0.id == id } }
}
