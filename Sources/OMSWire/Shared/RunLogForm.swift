import FoundationEssentials
package import Migration

/// The members of a line of a run's log, which only the local service tells.
private enum RunLogMember: String, WireMember {
  case time, event, size, message
  case key = "object_key"

  static let names = MemberNames<RunLogMember> { $0.rawValue }
}

extension WireForm<[RunLogLine]> {
  /// Lines of the log of a run.
  package static let runLog = WireForm { reader throws(WireProblem) in
    try reader.entries { reader throws(WireProblem) in try reader.runLogLine() }
  } write: { lines, writer in
    writer.list(lines) { writer, line in
      writer.object(RunLogMember.self) { members in
        members.write(.time, line.at.map { Int64($0.timeIntervalSince1970 * 1000) })
        members.write(.event, line.event.rawValue)
        members.write(.key, line.object)
        members.write(.size, line.size)
        members.write(.message, line.message)
      }
    }
  }
}

extension WireReader {
  fileprivate mutating func runLogLine() throws(WireProblem) -> RunLogLine? {
    guard var members = try members(RunLogMember.self) else { return nil }
    var line = RunLogLine(at: nil, .remark)
    while let member = try members.next(&self) {
      switch member {
      case .time: line.at = try integer().map { Date(timeIntervalSince1970: Double($0) / 1000) }
      // A later version may tell of something that this one does not know.
      case .event: line.event = try text().flatMap(RunLogLine.Event.init) ?? .remark
      case .key: line.object = try text()
      case .size: line.size = try integer()
      case .message: line.message = try text()
      }
    }
    return line
  }
}
