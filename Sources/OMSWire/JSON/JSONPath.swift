/// The way to a value, found by walking there: nothing is spent on it while all is well.
struct JSONPath {
  private enum Step {
    case element(Int)
    case member(JSONCursor.RawName)
  }

  private let target: Int
  private var steps: [Step] = []

  /// The names and numbers that lead to the value at the byte `target`, up to which `bytes` are JSON.
  ///
  /// - Parameters:
  ///   - target: The first byte of the value.
  ///   - start: Where to begin: at the whole text, or at a value in it that holds the other one.
  ///   - bytes: The text.
  /// - Returns: The steps from `start`.
  static func steps(to target: Int, from start: JSONCursor, in bytes: [UInt8]) -> [String] {
    var path = JSONPath(target: target)
    var cursor = start
    // Behind the target anything may follow, so it counts as reached when the walk ends in an error.
    _ = try? path.walk(&cursor, bytes)
    return path.steps.map { step in
      switch step {
      case .element(let number): String(number)
      case .member(let name): TextEscapes.text(of: name.text, in: bytes)
      }
    }
  }

  private init(target: Int) { self.target = target }

  /// Walks over one value, and says whether the target has been reached.
  private mutating func walk(
    _ cursor: inout JSONCursor, _ bytes: [UInt8]
  ) throws(WireProblem) -> Bool {
    let kind = try cursor.kind(bytes)
    guard cursor.position < target else { return true }
    var isFirst = true
    switch kind {
    case .null, .bool, .number, .text: try cursor.skip(bytes)
    case .list:
      try cursor.open()
      var number = 0
      while try cursor.hasNext(bytes, before: UInt8(ascii: "]"), &isFirst) {
        steps.append(.element(number))
        if try walk(&cursor, bytes) { return true }
        steps.removeLast()
        number += 1
      }
    case .object:
      try cursor.open()
      while let name = try cursor.nextName(bytes, &isFirst) {
        steps.append(.member(name))
        if try walk(&cursor, bytes) { return true }
        steps.removeLast()
      }
    }
    return false
  }
}
