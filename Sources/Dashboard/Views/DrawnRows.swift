import Canvas
import Migration

/// The rows of the table as they were drawn for the frame before, so that one that says the same is not
/// put together again.
struct DrawnRows: Sendable {
  /// What all rows have in common.
  private struct Setting: Equatable {
    var layout: TableLayout<TaskField>
    var width: Int
    var isASCII: Bool
  }

  /// What the routes of a screen depend on.
  private struct RouteSetting: Equatable {
    var tasks: [Subject]
    var widths: [Int]
    var isASCII: Bool

    /// What a task is recognised by.
    struct Subject: Equatable {
      var id: TaskID
      var name: String
      var source: StorageLocation
      var destination: StorageLocation
    }
  }

  private var setting: Setting?
  private var rows: [TaskID: (view: TaskRowView, cells: [Cell])] = [:]
  private var routes: (of: RouteSetting, lines: [[Cell]])?

  /// The routes of the tasks on the screen, as ``RouteText/lines(_:widths:isASCII:)`` has them.
  mutating func routes(of tasks: [MigrationTask], widths: [Int], isASCII: Bool) -> [[Cell]] {
    let subjects = tasks.map { task in
      RouteSetting.Subject(
        id: task.id, name: task.name, source: task.source, destination: task.destination)
    }
    let setting = RouteSetting(tasks: subjects, widths: widths, isASCII: isASCII)
    if let routes, routes.of == setting { return routes.lines }
    let lines = RouteText.lines(tasks, widths: widths, isASCII: isASCII)
    routes = (setting, lines)
    return lines
  }

  /// The cells of rows, `width` each, in their order; those of the frame before are taken over.
  mutating func cells(
    of views: [TaskRowView], _ layout: TableLayout<TaskField>, width: Int, isASCII: Bool
  ) -> [[Cell]] {
    let setting = Setting(layout: layout, width: width, isASCII: isASCII)
    if self.setting != setting { rows = [:] }
    self.setting = setting
    var drawn: [TaskID: (view: TaskRowView, cells: [Cell])] = [:]
    let cells = views.map { view in
      if let row = rows[view.task.id], row.view == view {
        drawn[view.task.id] = row
        return row.cells
      }
      var frame = Frame(size: Size(rows: 1, columns: width), isASCII: isASCII)
      view.draw(layout, row: 0, width: width, on: &frame)
      drawn[view.task.id] = (view, frame.cells)
      return frame.cells
    }
    rows = drawn
    return cells
  }
}
