package import Migration

/// The members of the answer about a domain.
private enum DomainCheckMember: String, WireMember {
  case isSameProvider = "is_same_cloud_type"
  case isReadable = "is_download_available"
  case objects = "checked_keys"
  case key
  case isSame = "is_etag_matching"
  case exists = "is_object_existing"

  static let names = MemberNames<DomainCheckMember> { $0.rawValue }
}

extension WireForm<SourceDomainCheck> {
  /// What was found out about a domain.
  package static let sourceDomainCheck = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(DomainCheckMember.self) else { return nil }
    var (isSame, isReadable): (Bool?, Bool?)
    var objects: [SourceDomainCheck.CheckedObject] = []
    while let member = try members.next(&reader) {
      switch member {
      case .isSameProvider: isSame = try reader.bool()
      case .isReadable: isReadable = try reader.bool()
      case .objects:
        objects =
          try reader.entries(WireForm<SourceDomainCheck.CheckedObject>.checkedObject.read) ?? []
      case .key, .isSame, .exists: break
      }
    }
    guard let isSame = reader.required(isSame, .isSameProvider, of: members),
      let isReadable = reader.required(isReadable, .isReadable, of: members)
    else { return nil }
    return SourceDomainCheck(isSameProvider: isSame, isReadable: isReadable, objects: objects)
  } write: { check, writer in
    writer.object(DomainCheckMember.self) { members in
      members.write(.isSameProvider, check.isSameProvider)
      members.write(.isReadable, check.isReadable)
      members.write(.objects) { writer in
        writer.list(check.objects) {
          WireForm<SourceDomainCheck.CheckedObject>.checkedObject.write($1, &$0)
        }
      }
    }
  }
}

extension WireForm<SourceDomainCheck.CheckedObject> {
  fileprivate static let checkedObject = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(DomainCheckMember.self) else { return nil }
    var object = SourceDomainCheck.CheckedObject(key: "", exists: false, isSame: false)
    while let member = try members.next(&reader) {
      switch member {
      case .key: object.key = try reader.text() ?? ""
      case .exists: object.exists = try reader.bool() ?? false
      case .isSame: object.isSame = try reader.bool() ?? false
      case .isSameProvider, .isReadable, .objects: break
      }
    }
    return object
  } write: { object, writer in
    writer.object(DomainCheckMember.self) { members in
      members.write(.key, object.key)
      members.write(.isSame, object.isSame)
      members.write(.exists, object.exists)
    }
  }
}
