/// The members of the local service's answer about its own health.
private enum HealthMember: String, WireMember {
  case status, problems

  static let names = MemberNames<HealthMember> { $0.rawValue }
}

extension WireForm<[String]> {
  /// What the local service says is wrong with it: nothing when it is well.
  package static let health = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(HealthMember.self) else { return nil }
    var problems: [String]?
    while let member = try members.next(&reader) {
      if member == .problems {
        problems = try reader.entries { reader throws(WireProblem) in try reader.text() }
      }
    }
    return reader.required(problems, .problems, of: members)
  } write: { problems, writer in
    writer.object(HealthMember.self) { members in
      members.write(.status, problems.isEmpty ? "ok" : "unavailable")
      members.write(.problems, problems)
    }
  }
}
