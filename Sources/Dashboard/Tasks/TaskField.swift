/// A column of the task table, in the order of the screen.
package enum TaskField: CaseIterable, Hashable, Sendable {
  /// The cursor and the mark.
  case mark
  /// What the service knows about the task.
  case id, name, source, destination, state, progress, speed, left, objects, failed

  /// The columns that a table can be sorted by.
  package static let sortable = allCases.filter { $0 != .mark }

  /// The column's title.
  package var title: String {
    switch self {
    case .mark: ""
    case .id: "ID"
    case .name: "NAME"
    case .source: "SOURCE"
    case .destination: "DESTINATION"
    case .state: "STATE"
    case .progress: "PROGRESS"
    case .speed: "SPEED"
    case .left: "LEFT"
    case .objects: "OBJECTS"
    case .failed: "FAILED"
    }
  }
}
