import Canvas

/// Which columns of the task table a width has room for.
enum TableColumns {
  /// The columns in `width` cells.
  static func layout(width: Int) -> TableLayout<TaskField> {
    let isNarrow = width < 60
    let isWide = width >= 110
    return TableLayout(
      [
        TableColumn(.mark, minimum: 2, ideal: 2, priority: 100),
        TableColumn(.id, minimum: 15, ideal: 15, priority: 75),
        isNarrow
          ? TableColumn(.name, minimum: 8, ideal: 10, priority: 95)
          : TableColumn(.name, minimum: 12, ideal: 32, priority: 80),
        TableColumn(.source, minimum: 16, ideal: 40, priority: 50),
        TableColumn(.destination, minimum: 16, ideal: 40, priority: 45),
        TableColumn(.state, minimum: 7, ideal: 12, priority: 90),
        TableColumn(.progress, minimum: isNarrow ? 5 : 8, ideal: isWide ? 16 : 8, priority: 85),
        TableColumn(.speed, minimum: 12, ideal: 12, priority: 60),
        TableColumn(.left, minimum: 8, ideal: 8, priority: 55),
        TableColumn(.objects, minimum: 15, ideal: 19, priority: 30),
        TableColumn(.failed, minimum: 6, ideal: 7, priority: 40),
      ], width: width)
  }
}

extension TaskField {
  /// At which end of the column the text stands.
  var alignment: Alignment {
    switch self {
    case .mark, .name, .source, .destination, .state: .leading
    case .id, .progress, .speed, .left, .objects, .failed: .trailing
    }
  }
}
