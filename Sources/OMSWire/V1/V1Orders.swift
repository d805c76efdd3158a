package import Migration

/// What a PUT on a task of v1 can order, in the words of section 7 of the v1 reference.
package enum V1Order: String, Hashable, Sendable, CaseIterable {
  /// Run it again; see ``WireBody/start(_:with:failedOnly:)``.
  case start
  /// Stop it.
  case stop
  /// Replace its speed limits.
  case changeBandwidth = "change_bandwidthpolicy"
}

extension WireBody {
  /// The stop of a task in v1.
  package static let stopInV1 = WireBody { writer in
    writer.object(StartMember.namesInV1) { $0.write(.operation, V1Order.stop.rawValue) }
  }

  /// The change of the speed limits of a task in v1; none means no limit.
  package static func bandwidthInV1(_ windows: [BandwidthWindow]) -> WireBody {
    WireBody { writer in
      writer.object(StartMember.namesInV1) { members in
        members.write(.operation, V1Order.changeBandwidth.rawValue)
        members.write(.bandwidth) { $0.write(windows) }
      }
    }
  }
}
