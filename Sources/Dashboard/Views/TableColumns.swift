import Canvas

/// Which columns of the task table a width has room for.
enum TableColumns {
  /// The columns in `width` cells; one for the state where no header tells it.
  static func layout(width: Int, hasSections: Bool) -> TableLayout<TaskField> {
    let isNarrow = width < 70
    let isWide = width >= 100
    let columns: [TableColumn<TaskField>] = [
      TableColumn(.mark, minimum: 2, ideal: 2, priority: 100),
      isNarrow
        ? TableColumn(.route, minimum: max(8, width / 3), ideal: 30, priority: 95)
        : TableColumn(.route, minimum: 24, ideal: isWide ? 60 : 36, priority: 80),
      TableColumn(.state, minimum: 7, ideal: 12, priority: 90),
      TableColumn(
        .progress, minimum: isNarrow ? 4 : 14, ideal: isNarrow ? 4 : isWide ? 22 : 14, priority: 85),
      TableColumn(.bytes, minimum: 8, ideal: isWide ? 10 : 8, priority: 70),
      TableColumn(.objects, minimum: 11, ideal: 12, priority: 35),
      TableColumn(.failed, minimum: 6, ideal: 6, priority: 40),
      TableColumn(.speed, minimum: 7, ideal: 7, priority: 60),
      TableColumn(.trend, minimum: 4, ideal: isWide ? 8 : 4, priority: 43),
      TableColumn(
        .left, minimum: isNarrow ? 8 : isWide ? 11 : 9, ideal: isWide ? 11 : 9, priority: 65),
      TableColumn(.age, minimum: 5, ideal: 5, priority: 45),
    ]
    let shown = columns.filter { column in
      switch column.id {
      case .state: !hasSections
      case .objects, .failed, .trend, .age: !isNarrow
      case .mark, .route, .progress, .bytes, .speed, .left: true
      }
    }
    return TableLayout(shown, width: width)
  }
}

extension TaskField {
  /// At which end of the column the text stands.
  var alignment: Alignment {
    switch self {
    case .mark, .route, .state, .progress, .trend: .leading
    case .bytes, .objects, .failed, .speed, .left, .age: .trailing
    }
  }
}
