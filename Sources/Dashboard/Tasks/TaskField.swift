import Migration
import Words

/// A column of the task table, in the order of the screen.
enum TaskField: CaseIterable, Hashable {
  /// The cursor and the mark.
  case mark
  /// Where the task takes what from.
  case route
  /// How far it has come.
  case state, progress, bytes, objects, failed
  /// How it goes on.
  case speed, trend, left, age

  /// What the table is sorted by in this column; `nil` where it cannot be.
  var key: TaskOrder.Key? {
    switch self {
    case .mark, .trend, .age: nil
    case .route: .source
    case .state: .state
    case .progress: .progress
    case .bytes: .size
    case .objects: .objects
    case .failed: .failed
    case .speed: .speed
    case .left: .left
    }
  }

  /// The column's title.
  func title(in tongue: any Tongue, isASCII: Bool) -> String {
    switch self {
    case .mark: ""
    case .route:
      tongue.words(Column.source) + RouteText.arrow(isASCII: isASCII)
        + tongue.words(Column.destination)
    case .state: tongue.words(Column.state)
    case .progress: tongue.words(Column.progress)
    case .bytes: tongue.words(Column.bytes)
    case .objects: tongue.words(Column.objects)
    case .failed: tongue.words(Column.failed)
    case .speed: tongue.words(Column.rate)
    case .trend: ""
    case .left: tongue.words(Column.left)
    case .age: tongue.words(Column.age)
    }
  }
}
