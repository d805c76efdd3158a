import Migration

/// A page of the list of a bucket.
struct S3ListPage: Equatable {
  /// An object of the list.
  struct Object: Equatable {
    /// The key.
    var key = ""
    /// In bytes.
    var size: Int64 = 0
    /// When it was last changed, `2025-01-01T00:00:00`, in UTC.
    var modified = ""
  }

  /// The objects, in the order of their keys.
  private(set) var objects: [Object] = []
  /// The key to go on after, or `nil` when this is the last page.
  private(set) var next: String?

  /// Reads the answer of a store; `nil` when it is no list.
  init?(_ bytes: [UInt8]) {
    var isTruncated: Bool?
    var isEncoded = false
    for leaf in XMLLeaves(bytes) {
      switch leaf.name {
      case "IsTruncated": isTruncated = leaf.text == "true"
      case "EncodingType": isEncoded = leaf.text == "url"
      case "Key": objects.append(Object(key: leaf.text))
      case "Size": change { $0.size = Int64(leaf.text) ?? 0 }
      case "LastModified": change { $0.modified = String(leaf.text.prefix(19)) }
      default: break
      }
    }
    guard let isTruncated else { return nil }
    if isEncoded {
      for index in objects.indices {
        let written = objects[index].key.replacing("+", with: " ")
        objects[index].key = PercentEncoding.decoded(written)
      }
    }
    next = isTruncated ? objects.last?.key : nil
  }

  private mutating func change(_ body: (inout Object) -> Void) {
    guard let last = objects.indices.last else { return }
    body(&objects[last])
  }
}
