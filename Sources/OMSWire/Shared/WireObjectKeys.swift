/// Object keys as a list of texts, as a text, or as an object that holds such a list.
///
/// The whole bucket, which is written as no key, as an empty one and as `/`, is always no key here.
struct WireObjectKeys: Decodable {
  let keys: [String]

  private enum CodingKeys: String, CodingKey { case keys }

  init(from decoder: any Decoder) throws {
    let keys: [String]
    if var list = try? decoder.unkeyedContainer() {
      keys = try Self.texts(&list)
    } else if let members = try? decoder.container(keyedBy: CodingKeys.self) {
      keys = try members.decode([String].self, forKey: .keys)
    } else {
      keys = [try decoder.singleValueContainer().decode(String.self)]
    }
    self.keys = Self.withoutWholeBucket(keys)
  }

  /// `keys`, or none when one of them stands for the whole bucket.
  static func withoutWholeBucket(_ keys: [String]) -> [String] {
    keys.contains { $0.isEmpty || $0 == "/" } ? [] : keys
  }

  private static func texts(_ list: inout any UnkeyedDecodingContainer) throws -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(list.count ?? 0)
    while !list.isAtEnd { texts.append(try list.decode(String.self)) }
    return texts
  }
}
