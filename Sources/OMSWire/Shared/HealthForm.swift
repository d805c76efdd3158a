package import Migration

/// What the local service says about itself.
package struct ServiceCondition: Equatable, Sendable {
  /// What is wrong with it; nothing when it is well.
  package var problems: [String]
  /// The zone in which it counts the hours of bandwidth windows; `nil` when it does not say.
  package var windowZone: WindowZone?

  /// A condition.
  package init(problems: [String], windowZone: WindowZone? = nil) {
    self.problems = problems
    self.windowZone = windowZone
  }
}

/// The members of the local service's answer about itself.
private enum HealthMember: String, WireMember {
  case status, problems
  case zoneOffset = "bandwidth_zone"
  case zoneName = "bandwidth_zone_name"

  static let names = MemberNames<HealthMember> { $0.rawValue }
}

extension WireForm<ServiceCondition> {
  /// What the local service says about itself.
  package static let health = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(HealthMember.self) else { return nil }
    var problems: [String]?
    var (offset, name): (String?, String?)
    while let member = try members.next(&reader) {
      switch member {
      case .problems:
        problems = try reader.entries { reader throws(WireProblem) in try reader.text() }
      case .zoneOffset: offset = try reader.text()
      case .zoneName: name = try reader.text()
      case .status: break
      }
    }
    return reader.required(problems, .problems, of: members).map {
      ServiceCondition(
        problems: $0, windowZone: offset.flatMap { WindowZone(name: name, offset: $0) })
    }
  } write: { condition, writer in
    writer.object(HealthMember.self) { members in
      members.write(.status, condition.problems.isEmpty ? "ok" : "unavailable")
      members.write(.problems, condition.problems)
      guard let zone = condition.windowZone else { return }
      members.write(.zoneOffset, zone.offset)
      if let name = zone.name { members.write(.zoneName, name) }
    }
  }
}
