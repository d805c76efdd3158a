/// The member of the answer to a count.
private enum CountMember: String, WireMember {
  case count = "taskcount"

  static let names = MemberNames<CountMember> { $0.rawValue }
}

/// The members of the answer about quotas, on all of its levels.
private enum QuotaMember: String, WireMember {
  case quotas, resource, type, quota

  static let names = MemberNames<QuotaMember> { $0.rawValue }
}

extension WireForm<Int> {
  /// The answer to a count in v1.
  package static let count = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(CountMember.self) else { return nil }
    var count: Int64?
    while try members.next(&reader) != nil { count = try reader.integer() }
    return reader.required(count, .count, of: members).map { Int($0) }
  } write: { count, writer in
    writer.object(CountMember.self) { $0.write(.count, count) }
  }

  /// The answer about quotas in v1: how many tasks of an account may run at the same time.
  package static let quota = WireForm { reader throws(WireProblem) in
    try reader.quota()
  } write: { tasks, writer in
    writer.object(QuotaMember.self) { members in
      members.write(.quotas) { writer in
        writer.object(QuotaMember.self) { members in
          members.write(.resource) { writer in
            // One object, and not a list.
            writer.object(QuotaMember.self) { members in
              members.write(.type, "MaxParallelTaskNum")
              members.write(.quota, tasks)
            }
          }
        }
      }
    }
  }
}

extension WireReader {
  /// The quota in the next value, on whichever level that is.
  fileprivate mutating func quota() throws(WireProblem) -> Int? {
    guard var members = try members(QuotaMember.self) else { return nil }
    var quota: Int?
    while let member = try members.next(&self) {
      switch member {
      case .quotas, .resource: quota = try self.quota()
      case .quota: quota = try integer().map { Int($0) }
      case .type: break
      }
    }
    return required(quota, .quota, of: members)
  }
}
