import Migration

/// A part of a path that comes from outside.
enum PathSegment {
  /// `text`, encoded, as one part of a path.
  ///
  /// - Throws: `APIProblem` of kind `APIProblem.Kind.invalid` for a text that would name another
  ///   resource: none, or one that goes up.
  static func encoded(_ text: String) throws(APIProblem) -> String {
    guard !text.isEmpty, text != ".", text != ".." else {
      throw APIProblem(.notAnID(text), kind: .invalid)
    }
    return PercentEncoding.encoded(text)
  }
}
