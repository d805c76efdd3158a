import Migration
import OMSWire

/// What of a source bucket is meant: `object_key` in its several forms.
enum ObjectSelection {
  /// The chosen keys; none stand for the whole bucket.
  ///
  /// The API writes the whole bucket as no keys, as an empty key and as `/`.
  static func keys(
    _ node: Members<NodeMember>, provider: String, in dialect: TaskDialect
  ) throws(ServiceError) -> [String] {
    let keys = dialect.isFirst ? try written(node) : try list(node)
    for key in keys { try check(key, node, provider: provider) }
    return keys.contains { $0.isEmpty || $0 == "/" } ? [] : keys
  }

  /// Refuses a key that cannot be handed on safely.
  ///
  /// Keys travel in files of lines, and for `Local` they are paths below the bucket's directory.
  static func check(_ key: String, _ node: Members<NodeMember>, provider: String)
    throws(ServiceError)
  {
    guard key.utf8.count <= 1024 else {
      throw node.problem(.objectKey, "holds a key longer than 1024 bytes")
    }
    try check(key, at: provider)
  }

  /// Refuses a key that cannot be handed on safely to a provider.
  static func check(_ key: String, at provider: String) throws(ServiceError) {
    guard !key.utf8.contains(where: { [0, 10, 13].contains($0) }) else {
      throw ServiceError(.selectionInvalid, "a key holds a line break or a zero byte")
    }
    if provider == "Local" || provider == "Rclone" {
      guard !key.split(separator: "/").contains("..") else {
        throw ServiceError(.selectionInvalid, "a key holds ..")
      }
    }
  }

  private static func written(_ node: Members<NodeMember>) throws(ServiceError) -> [String] {
    switch node.value(.objectKey) {
    case .text(let key): return [key]
    case .object(let values):
      let members = Members(
        values, ObjectKeysMember.names, code: .sourceInvalid, in: .v1,
        place: node.name(.objectKey))
      guard try members.text(.path, upTo: 1024) ?? "" == "" else {
        throw members.problem(.path, "must be empty")
      }
      guard let keys = try members.array(.keys) else { throw members.missing(.keys) }
      return try texts(keys, of: .keys, members)
    case .null, .bool, .integer, .number, .list:
      throw node.problem(.objectKey, "must be a string or an object with keys")
    }
  }

  private static func list(_ node: Members<NodeMember>) throws(ServiceError) -> [String] {
    guard let keys = try node.array(.objectKey) else { throw node.missing(.objectKey) }
    return try texts(keys, of: .objectKey, node)
  }

  private static func texts<Member>(
    _ values: [JSONValue], of member: Member, _ members: Members<Member>
  ) throws(ServiceError) -> [String] {
    guard !values.isEmpty else { return [""] }
    var texts: [String] = []
    texts.reserveCapacity(values.count)
    for value in values {
      guard case .text(let text) = value else {
        throw members.mistyped(member, "strings alone")
      }
      texts.append(text)
    }
    return texts
  }
}
