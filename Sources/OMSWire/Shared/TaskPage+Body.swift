import Migration

extension TaskPage {
  /// The page in the body of a v1 list.
  ///
  /// - Throws: `DecodingError` when the body is no list at all; see ``unreadable`` for single tasks.
  package init(v1 body: [UInt8]) throws {
    self = try JSONReader.decode(WireTaskPage<V1Task>.self, from: body).page
  }

  /// The page in the body of a v2 list.
  ///
  /// - Throws: `DecodingError` when the body is no list at all; see ``unreadable`` for single tasks.
  package init(v2 body: [UInt8]) throws {
    self = try JSONReader.decode(WireTaskPage<V2Task>.self, from: body).page
  }
}
