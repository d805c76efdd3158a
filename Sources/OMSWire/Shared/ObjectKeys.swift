/// The members of an object that holds object keys.
package enum ObjectKeysMember: String, WireMember {
  /// Must be empty in v1.
  case path
  case keys

  package static let names = MemberNames<ObjectKeysMember> { $0.rawValue }
}

/// The chosen keys of a bucket.
enum ObjectKeys {
  /// `keys`, or none when one of them stands for the whole bucket: it is written as no key, as an empty
  /// one and as `/`.
  static func withoutWholeBucket(_ keys: [String]) -> [String] {
    keys.contains { $0.isEmpty || $0 == "/" } ? [] : keys
  }
}

extension WireReader {
  /// Object keys as a list of texts, as a text, or as an object that holds such a list.
  ///
  /// The whole bucket is always no key here.
  mutating func objectKeys() throws(WireProblem) -> [String] {
    var keys: [String]?
    switch try kind() {
    case .list: keys = try keyList()
    case .object:
      guard var members = try members(ObjectKeysMember.self) else { return [] }
      while let member = try members.next(&self) {
        if member == .keys { keys = try keyList() }
      }
    case .text, .null, .bool, .number: keys = try text().map { [$0] }
    }
    return ObjectKeys.withoutWholeBucket(keys ?? [])
  }

  private mutating func keyList() throws(WireProblem) -> [String]? {
    try entries(atMost: Self.mostKeys) { reader throws(WireProblem) in try reader.text() }
  }
}
