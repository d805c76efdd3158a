package import Migration

/// A task as one version of the API answers it.
package protocol WireTask: Decodable {
  /// The task.
  var task: MigrationTask { get }
}

/// A page of tasks: an object with `tasks` and `count` (v2), or an array (v1).
///
/// Both versions are read in every shape that one of them has, and a single task is a page of one.
package struct WireTaskPage<Entry: WireTask>: Decodable {
  package let page: TaskPage

  private enum CodingKeys: String, CodingKey { case tasks, count }

  package init(from decoder: any Decoder) throws {
    let list: LenientList<Entry>
    var total: Int?
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      total = container.integer(.count).map { Int(max($0, 0)) }
      if container.contains(.tasks) {
        list = try container.decode(LenientList<Entry>.self, forKey: .tasks)
      } else {
        list = LenientList(try Entry(from: decoder))
      }
    } else {
      list = try LenientList(from: decoder)
    }
    page = TaskPage(
      tasks: Self.sharing(list.entries), unreadable: list.unreadable, total: total)
  }

  /// The tasks, of which neighbours with the same settings hold them once.
  private static func sharing(_ entries: [Entry]) -> [MigrationTask] {
    var tasks: [MigrationTask] = []
    tasks.reserveCapacity(entries.count)
    for entry in entries {
      var task = entry.task
      if let last = tasks.last { task.shareDetails(with: last) }
      tasks.append(task)
    }
    return tasks
  }
}
