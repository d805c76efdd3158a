import Migration

/// The members of a list of versions and of one version.
private enum VersionMember: String, WireMember {
  case versions, id, links, status, updated
  /// Empty in every known list.
  case version
  case least = "min_version"

  static let names = MemberNames<VersionMember> { $0.rawValue }
}

/// The members of a link.
private enum LinkMember: String, WireMember {
  case href, rel

  static let names = MemberNames<LinkMember> { $0.rawValue }
}

extension WireForm<APIVersions> {
  /// A list of versions; the one version that was asked for is a list of one.
  ///
  /// - Parameter hasRange: Whether empty ranges of versions are written, as v1 does.
  /// - Returns: The form.
  package static func versions(hasRange: Bool = false) -> WireForm {
    WireForm { reader throws(WireProblem) in
      let start = reader.cursor
      guard var members = try reader.members(VersionMember.self) else { return nil }
      var isList = false
      var versions: [APIVersion]?
      while let member = try members.next(&reader) {
        guard member == .versions else { continue }
        isList = true
        versions = try reader.entries(WireForm<APIVersion>.version().read)
      }
      if !isList {
        reader.cursor = start
        versions = try WireForm<APIVersion>.version().read(&reader).map { [$0] }
      }
      return versions.map { APIVersions($0) }
    } write: { versions, writer in
      writer.object(VersionMember.self) { members in
        members.write(.versions) { writer in
          writer.list(versions.all) {
            WireForm<APIVersion>.version(hasRange: hasRange).write($1, &$0)
          }
        }
      }
    }
  }
}

extension WireForm<APIVersion> {
  /// One version.
  ///
  /// - Parameter hasRange: Whether an empty range of versions is written, as v1 does.
  /// - Returns: The form.
  package static func version(hasRange: Bool = false) -> WireForm {
    WireForm { reader throws(WireProblem) in
      guard var members = try reader.members(VersionMember.self) else { return nil }
      var id: String?
      var version = APIVersion(id: "", status: "")
      while let member = try members.next(&reader) {
        switch member {
        case .id: id = try reader.text()
        case .status: version.status = try reader.text() ?? ""
        case .updated: version.updated = try reader.text() ?? ""
        case .links: version.link = try reader.entries(Self.link)?.first
        case .versions, .version, .least: break
        }
      }
      guard let id = reader.required(id, .id, of: members) else { return nil }
      version.id = id
      return version
    } write: { version, writer in
      writer.object(VersionMember.self) { members in
        members.write(.id, version.id)
        members.write(.links) { writer in
          writer.list([version.link].compactMap(\.self)) { writer, link in
            writer.object(LinkMember.self) { members in
              members.write(.href, link)
              members.write(.rel, "self")
            }
          }
        }
        if hasRange {
          members.write(.version, "")
          members.write(.least, "")
        }
        members.write(.status, version.status)
        members.write(.updated, version.updated)
      }
    }
  }

  private static func link(_ reader: inout WireReader) throws(WireProblem) -> String? {
    guard var members = try reader.members(LinkMember.self) else { return nil }
    var address: String?
    while let member = try members.next(&reader) {
      if member == .href { address = try reader.text() }
    }
    return reader.required(address, .href, of: members)
  }
}
