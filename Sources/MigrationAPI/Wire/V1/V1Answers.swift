import FoundationEssentials

/// A page of tasks as v1 answers it: an array; an object with `tasks` and a single task are read too.
struct V1Page: Decodable {
  let page: TaskPage

  private enum CodingKeys: String, CodingKey { case tasks }

  init(from decoder: any Decoder) throws {
    var entries: [Lenient<V1Task>] = []
    if var array = try? decoder.unkeyedContainer() {
      entries.reserveCapacity(array.count ?? 0)
      while !array.isAtEnd { entries.append(try array.decode(Lenient<V1Task>.self)) }
    } else {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if container.contains(.tasks) {
        entries = try container.decode([Lenient<V1Task>].self, forKey: .tasks)
      } else {
        entries = [Lenient(from: decoder)]
        _ = try entries[0].result.get()
      }
    }
    var tasks: [MigrationTask] = []
    var unreadable: [String] = []
    tasks.reserveCapacity(entries.count)
    for entry in entries {
      switch entry.result {
      case .success(let read): tasks.append(read.task)
      case .failure(let error): unreadable.append(DecodingSummary.text(of: error))
      }
    }
    page = TaskPage(tasks: tasks, unreadable: unreadable)
  }
}

/// The answer to a count.
struct V1Count: Decodable {
  let taskcount: Int
}

/// The answer to a creation; v2 says `task_name` as well.
struct V1Created: Decodable {
  let created: CreatedTask

  private enum CodingKeys: String, CodingKey {
    case id
    case name = "task_name"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = container.integer(.id) else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: container, debugDescription: "the new task's id is missing")
    }
    created = CreatedTask(id: TaskID(rawValue: id), name: container.text(.name))
  }
}

/// Says in words where an answer could not be read, without quoting the answer.
enum DecodingSummary {
  static func text(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not readable" }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context): return "\(place(context)) has another type"
    case .valueNotFound(_, let context): return "\(place(context)) is null"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "not JSON" : "\(place(context)) is not readable"
    @unknown default: return "not readable"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "the answer" : path
  }
}
