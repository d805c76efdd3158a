package import Migration

/// The answer to a creation, in both versions.
package struct WireCreated: Decodable {
  package let created: CreatedTask

  private enum CodingKeys: String, CodingKey {
    case id
    case name = "task_name"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = container.integer(.id), id >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: container, debugDescription: "the new task's id is missing")
    }
    created = CreatedTask(id: TaskID(rawValue: id), name: container.text(.name))
  }
}
