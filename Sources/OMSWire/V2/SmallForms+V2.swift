package import Migration

/// The members of small requests and answers of v2 that are theirs alone.
package enum OrderMember: String, WireMember {
  case ids
  case group = "group_id"
  case synchronisationTask = "sync_task_id"
  case bandwidth = "bandwidth_policy"
  case priority = "task_priority"
  case objectKeys = "object_keys"

  package static let names = MemberNames<OrderMember> { $0.rawValue }
}

extension WireForm<TaskGroupID> {
  /// The answer to the creation of a group.
  package static let createdGroup = WireForm { reader throws(WireProblem) in
    try reader.only(.group).map(TaskGroupID.init)
  } write: { id, writer in
    writer.object(OrderMember.self) { $0.write(.group, id.rawValue) }
  }
}

extension WireForm<SyncTaskID> {
  /// The answer to the creation of a synchronisation task.
  package static let createdSynchronisationTask = WireForm { reader throws(WireProblem) in
    try reader.only(.synchronisationTask).map(SyncTaskID.init)
  } write: { id, writer in
    writer.object(OrderMember.self) { $0.write(.synchronisationTask, id.rawValue) }
  }
}

extension WireReader {
  /// The text of the one member that counts.
  fileprivate mutating func only(_ wanted: OrderMember) throws(WireProblem) -> String? {
    guard var members = try members(OrderMember.self) else { return nil }
    var text: String?
    while let member = try members.next(&self) {
      if member == wanted { text = try self.text() }
    }
    return required(text, wanted, of: members)
  }
}

extension WireBody {
  /// The change of the speed limits of one task or group in v2; none means no limit.
  package static func bandwidth(_ windows: [BandwidthWindow]) -> WireBody {
    WireBody { writer in
      writer.object(OrderMember.self) { $0.write(.bandwidth) { $0.write(windows) } }
    }
  }

  /// The change of many tasks at once; a priority of `nil` stays as it is.
  package static func change(
    _ targets: BatchTargets, bandwidth windows: [BandwidthWindow], priority: String?
  ) -> WireBody {
    WireBody { writer in
      writer.object(OrderMember.self) { members in
        switch targets {
        case .tasks(let ids):
          members.write(.ids) { writer in writer.list(ids) { $0.value($1.rawValue) } }
        case .group(let id): members.write(.group, id.rawValue)
        }
        members.write(.bandwidth) { $0.write(windows) }
        members.write(.priority, priority)
      }
    }
  }

  /// The announcement of objects that have changed; their keys are sent percent-encoded.
  package static func changed(_ keys: [String]) -> WireBody {
    WireBody { writer in
      writer.object(OrderMember.self) {
        $0.write(.objectKeys, keys.map(PercentEncoding.encoded))
      }
    }
  }
}
