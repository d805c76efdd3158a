package import Migration

/// The members of a speed limit.
package enum WindowMember: String, WireMember {
  case start, end
  case limit = "max_bandwidth"

  package static let names = MemberNames<WindowMember> { $0.rawValue }
}

/// The members of a list file.
package enum ListFileMember: String, WireMember {
  case bucket = "obs_bucket"
  case key = "list_file_key"
  case count = "list_file_num"

  package static let names = MemberNames<ListFileMember> { $0.rawValue }
}

/// The members of the domain that a source is read through.
package enum SourceDomainMember: String, WireMember {
  case domain
  case scheme = "protocol"
  case authentication = "authentication_type"
  /// Is sent, and never comes back.
  case key = "authentication_key"

  package static let names = MemberNames<SourceDomainMember> { $0.rawValue }
}

extension WireForm<BandwidthWindow> {
  /// An entry of `bandwidth_policy`; one that lacks something is none.
  package static let bandwidthWindow = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(WindowMember.self) else { return nil }
    var (start, end): (String?, String?)
    var limit: Int64?
    while let member = try members.next(&reader) {
      switch member {
      case .start: start = try reader.text()
      case .end: end = try reader.text()
      case .limit: limit = try reader.integer()
      }
    }
    guard let start = reader.required(start, .start, of: members),
      let end = reader.required(end, .end, of: members),
      let limit = reader.required(limit, .limit, of: members)
    else { return nil }
    return BandwidthWindow(start: start, end: end, maxBandwidth: ByteRate(rawValue: limit))
  } write: { window, writer in
    writer.object(WindowMember.self) { members in
      members.write(.start, window.start)
      members.write(.end, window.end)
      members.write(.limit, window.maxBandwidth.rawValue)
    }
  }
}

extension WireForm<ListFile> {
  /// `list_file`.
  package static let listFile = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(ListFileMember.self) else { return nil }
    var file = ListFile(bucket: "", key: "")
    while let member = try members.next(&reader) {
      switch member {
      case .bucket: file.bucket = try reader.text() ?? ""
      case .key: file.key = try reader.text() ?? ""
      case .count: file.count = try reader.words()
      }
    }
    return file
  } write: { file, writer in
    writer.object(ListFileMember.self) { members in
      members.write(.bucket, file.bucket)
      members.write(.key, file.key)
      members.write(.count, file.count)
    }
  }
}

extension WireForm<SourceDomain> {
  /// `source_cdn`, without its key.
  package static let sourceDomain = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(SourceDomainMember.self) else { return nil }
    var domain = SourceDomain(domain: "", scheme: "", authentication: "")
    while let member = try members.next(&reader) {
      switch member {
      case .domain: domain.domain = try reader.text() ?? ""
      case .scheme: domain.scheme = try reader.text() ?? ""
      case .authentication: domain.authentication = try reader.text() ?? ""
      case .key: break
      }
    }
    return domain
  } write: { domain, writer in
    writer.write(domain, key: nil)
  }
}

extension WireWriter {
  /// Writes speed limits.
  mutating func write(_ windows: [BandwidthWindow]) {
    list(windows) { WireForm.bandwidthWindow.write($1, &$0) }
  }

  /// Writes the domain that a source is read through, with the key that requests bring along.
  mutating func write(_ domain: SourceDomain, key: Secret?) {
    object(SourceDomainMember.self) { members in
      members.write(.domain, domain.domain)
      members.write(.scheme, domain.scheme)
      members.write(.authentication, domain.authentication)
      members.write(.key, key)
    }
  }
}
