import Canvas

/// Which columns of the task table a width has room for.
enum TableColumns {
  /// The columns in `width` cells; one for the state where no header tells it.
  static func layout(width: Int, hasSections: Bool) -> TableLayout<TaskField> {
    let isNarrow = width < 60
    let isWide = width >= 100
    let columns: [TableColumn<TaskField>] = [
      TableColumn(.mark, minimum: 2, ideal: 2, priority: 100),
      isNarrow
        ? TableColumn(.route, minimum: 8, ideal: 30, priority: 95)
        : TableColumn(.route, minimum: 24, ideal: isWide ? 60 : 36, priority: 80),
      TableColumn(.state, minimum: 7, ideal: 12, priority: 90),
      TableColumn(
        .progress, minimum: isNarrow ? 4 : 15, ideal: isNarrow ? 4 : isWide ? 22 : 15, priority: 85),
      TableColumn(.bytes, minimum: 9, ideal: 9, priority: 70),
      TableColumn(.objects, minimum: 11, ideal: 12, priority: 35),
      TableColumn(.failed, minimum: 6, ideal: 6, priority: 40),
      TableColumn(.speed, minimum: 7, ideal: 7, priority: 60),
      TableColumn(.left, minimum: isNarrow ? 8 : 9, ideal: isWide ? 11 : 9, priority: 65),
      TableColumn(.age, minimum: 5, ideal: 5, priority: 45),
    ]
    return TableLayout(
      columns.filter { $0.id != .state || !hasSections }, width: width)
  }
}

extension TaskField {
  /// At which end of the column the text stands.
  var alignment: Alignment {
    switch self {
    case .mark, .route, .state, .progress: .leading
    case .bytes, .objects, .failed, .speed, .left, .age: .trailing
    }
  }
}
