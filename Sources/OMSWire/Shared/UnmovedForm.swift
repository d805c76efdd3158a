package import Migration

/// The members of an object that was not moved, which only the local service tells.
private enum UnmovedMember: String, WireMember {
  case key = "object_key"
  case reason

  static let names = MemberNames<UnmovedMember> { $0.rawValue }
}

extension WireForm<[UnmovedObject]> {
  /// Objects that were not moved, each with its reason.
  package static let unmovedObjects = WireForm { reader throws(WireProblem) in
    try reader.entries { reader throws(WireProblem) in try reader.unmovedObject() }
  } write: { objects, writer in
    writer.list(objects) { writer, object in
      writer.object(UnmovedMember.self) { members in
        members.write(.key, object.name)
        members.write(.reason, object.reason)
      }
    }
  }
}

extension WireReader {
  fileprivate mutating func unmovedObject() throws(WireProblem) -> UnmovedObject? {
    guard var members = try members(UnmovedMember.self) else { return nil }
    var key: String?
    var reason = ""
    while let member = try members.next(&self) {
      switch member {
      case .key: key = try text()
      case .reason: reason = try text() ?? ""
      }
    }
    return required(key, .key, of: members).map { UnmovedObject($0, reason) }
  }
}
