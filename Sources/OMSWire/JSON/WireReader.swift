/// Reads a JSON text once, from its first byte to its last, for whoever knows what should stand in it.
///
/// It is asked for values in the order of the text. One that is of another kind than asked for is
/// passed by and told (see ``oddities``), and costs none of its neighbours; `null` and the empty text
/// stand for nothing and are not told. Only bytes that are not JSON end the reading. Of two members
/// with one name the first counts.
package struct WireReader: Sendable {
  /// How texts are taken.
  package enum Manner: Sendable {
    /// As they are meant: what is no UTF-8 and escapes that mean nothing become U+FFFD.
    case tolerant
    /// As they must be: such bytes are not JSON.
    case strict
  }

  // What is the same in every entry of a list is told often enough in these.
  private static let mostOddities = 10

  let bytes: [UInt8]
  var cursor: JSONCursor
  let manner: Manner
  private var firstOddities: [Oddity] = []
  private var lastOddity: Oddity?
  /// How often something was passed by.
  package private(set) var oddityCount = 0

  /// Something that was passed by: a value of this kind, or an object without a member that it needs.
  private struct Oddity: Sendable {
    let position: Int
    var kind = JSONKind.object
    var missing: String?
  }

  /// A reader at the beginning of `bytes`.
  package init(_ bytes: [UInt8], _ manner: Manner = .tolerant) {
    self.bytes = bytes
    self.manner = manner
    cursor = JSONCursor(bytes)
  }

  /// What was passed by: the first ten of it.
  package var oddities: [WireProblem] { firstOddities.map(problem) }

  /// Notes a value that is of no use, such as one of another kind than it should be.
  mutating func tell(_ kind: JSONKind, at position: Int) {
    tell(Oddity(position: position, kind: kind))
  }

  /// Notes that the object at `position` lacks a member without which it is of no use.
  mutating func tellMissing(_ member: String, inObjectAt position: Int) {
    tell(Oddity(position: position, missing: member))
  }

  private mutating func tell(_ oddity: Oddity) {
    if firstOddities.count < Self.mostOddities { firstOddities.append(oddity) }
    lastOddity = oddity
    oddityCount += 1
  }

  private func problem(_ oddity: Oddity) -> WireProblem {
    problem(oddity, from: JSONCursor(bytes), path: [])
  }

  private func problem(_ oddity: Oddity, from start: JSONCursor, path: [String]) -> WireProblem {
    let path = path + JSONPath.steps(to: oddity.position, from: start, in: bytes)
    return WireProblem(
      oddity.missing == nil ? .found(oddity.kind) : .missing, at: oddity.position,
      path: (path + [oddity.missing].compactMap(\.self)).joined(separator: "."))
  }

  /// Why the value that begins at `start`, at the end of `path`, was of no use.
  func problem(ofValueAt start: Int, path: [String]) -> WireProblem {
    if let lastOddity, lastOddity.position >= start {
      return problem(lastOddity, from: JSONCursor(at: start), path: path)
    }
    // Only what says nothing is not told.
    return WireProblem(.found(.null), at: start, path: path.joined(separator: "."))
  }

  /// The way to the value at `position`.
  func path(to position: Int) -> [String] {
    JSONPath.steps(to: position, from: JSONCursor(bytes), in: bytes)
  }

  /// The kind of the next value.
  package mutating func kind() throws(WireProblem) -> JSONKind { try cursor.kind(bytes) }

  /// Passes by the next value.
  package mutating func skip() throws(WireProblem) { try cursor.skip(bytes) }

  /// Makes sure that the text ends here.
  package mutating func finish() throws(WireProblem) { try cursor.finish(bytes) }

  /// Whether the next value is of `wanted` kind; any other is passed by, and told if it says anything.
  mutating func isNext(_ wanted: JSONKind) throws(WireProblem) -> Bool {
    let kind = try kind()
    guard kind != wanted else { return true }
    let start = cursor.position
    try skip()
    let isNothing = kind == .null || (kind == .text && cursor.position == start + 2)
    if !isNothing { tell(kind, at: start) }
    return false
  }
}
