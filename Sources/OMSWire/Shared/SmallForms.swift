package import Migration

/// The members of the answer to the creation of a task.
private enum CreatedMember: String, WireMember {
  case id
  case name = "task_name"

  static let names = MemberNames<CreatedMember> { $0.rawValue }
}

extension WireForm<CreatedTask> {
  /// The answer to the creation of a task, in both versions.
  package static let created = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(CreatedMember.self) else { return nil }
    var id: Int64?
    var name = ""
    while let member = try members.next(&reader) {
      switch member {
      case .id: id = try reader.integer().flatMap { $0 < 0 ? nil : $0 }
      case .name: name = try reader.text() ?? ""
      }
    }
    return reader.required(id, .id, of: members).map {
      CreatedTask(id: TaskID(rawValue: $0), name: name)
    }
  } write: { task, writer in
    writer.object(CreatedMember.self) { members in
      members.write(.id, task.id.rawValue)
      members.write(.name, task.name)
    }
  }
}

extension WireForm<[String]> {
  /// A list of texts.
  package static let texts = WireForm { reader throws(WireProblem) in
    try reader.entries { reader throws(WireProblem) in try reader.text() }
  } write: { texts, writer in
    writer.value(texts)
  }
}
