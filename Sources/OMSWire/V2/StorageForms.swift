package import Migration

/// The members of answers about buckets and regions.
private enum StorageAnswerMember: String, WireMember {
  // The objects of a bucket.
  case records, name, size
  case hasMore = "next_page"
  case marker = "next_marker"

  // Where a bucket is.
  case id, support

  // What begins with a prefix.
  case exist

  static let names = MemberNames<StorageAnswerMember> { $0.rawValue }
}

extension WireForm<ObjectListing> {
  /// The objects of a bucket.
  package static let objectListing = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StorageAnswerMember.self) else { return nil }
    var objects: [ListedObject]?
    var hasMore = false
    var marker: String?
    while let member = try members.next(&reader) {
      switch member {
      case .records: objects = try reader.entries(WireForm<ListedObject>.listedObject.read)
      case .hasMore: hasMore = try reader.bool() ?? false
      case .marker: marker = try reader.words()
      default: break
      }
    }
    guard let objects = reader.required(objects, .records, of: members) else { return nil }
    return ObjectListing(
      objects: objects, nextMarker: hasMore ? marker ?? objects.last?.key : nil)
  } write: { listing, writer in
    writer.object(StorageAnswerMember.self) { members in
      members.write(.hasMore, listing.nextMarker != nil)
      members.write(.marker, listing.nextMarker)
      members.write(.records) { writer in
        writer.list(listing.objects) { WireForm<ListedObject>.listedObject.write($1, &$0) }
      }
    }
  }
}

extension WireForm<ListedObject> {
  /// An object, or a folder: its size is `--`.
  fileprivate static let listedObject = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StorageAnswerMember.self) else { return nil }
    var key: String?
    var size: Int64?
    while let member = try members.next(&reader) {
      switch member {
      case .name: key = try reader.text()
      case .size:
        size =
          try reader.kind() == .text ? reader.words().flatMap { Int64($0) } : reader.integer()
      default: break
      }
    }
    return reader.required(key, .name, of: members).map {
      ListedObject(key: $0, size: size.map { ByteCount(rawValue: $0) })
    }
  } write: { object, writer in
    writer.object(StorageAnswerMember.self) { members in
      members.write(.name, object.key)
      members.write(.size, object.size.map { String($0.rawValue) } ?? "--")
    }
  }
}

extension WireForm<BucketRegion> {
  /// Where a bucket is.
  package static let bucketRegion = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StorageAnswerMember.self) else { return nil }
    var region = StorageRegion(id: "", name: "")
    var isSupported: Bool?
    while let member = try members.next(&reader) {
      switch member {
      case .id: region.id = try reader.text() ?? ""
      case .name: region.name = try reader.text() ?? ""
      case .support: isSupported = try reader.bool()
      default: break
      }
    }
    return reader.required(isSupported, .support, of: members).map {
      BucketRegion(region: region, isSupported: $0)
    }
  } write: { bucket, writer in
    writer.object(StorageAnswerMember.self) { members in
      members.write(.id, bucket.region.id)
      members.write(.name, bucket.region.name)
      members.write(.support, bucket.isSupported)
    }
  }
}

extension WireForm<Bool> {
  /// Whether there are objects whose names begin with a prefix.
  package static let prefixExists = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StorageAnswerMember.self) else { return nil }
    var exists: Bool?
    while let member = try members.next(&reader) {
      if member == .exist { exists = try reader.bool() }
    }
    return reader.required(exists, .exist, of: members)
  } write: { exists, writer in
    writer.object(StorageAnswerMember.self) { $0.write(.exist, exists) }
  }
}
