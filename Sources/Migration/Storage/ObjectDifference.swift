/// What a comparison of the two sides of a task has found of one object that does not agree.
package struct ObjectDifference: Codable, Equatable, Sendable {
  /// How an object does not agree.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// It is at the source and not at the destination.
    case missing
    /// It is on both sides, and not the same.
    case differs
    /// It is at the destination and not at the source.
    case extra
    /// One side could not be read, so nobody knows.
    case unreadable
  }

  /// How it does not agree.
  package var kind: Kind
  /// Its key, as the source's bucket has it or would have it.
  package var key: String
  /// Why it is thought so; a sentence for people.
  package var reason: String
  /// Whether its key is a text that a task can name it by.
  package var isNameable = true

  private enum CodingKeys: CodingKey {
    case kind, key, reason
  }

  /// A difference.
  package init(_ kind: Kind, _ key: String, reason: String) {
    self.kind = kind
    self.key = key
    self.reason = reason
  }

  /// Whether moving it again mends it: what could not be read may be as it should.
  package var isMendable: Bool { isNameable && (kind == .missing || kind == .differs) }
}

/// What a comparison adds up to.
package struct ComparisonTally: Equatable, Sendable {
  /// Objects that are the same on both sides.
  package var same: Int64 = 0
  /// Objects that do not agree, by how; what is not named is 0.
  package var differences: [ObjectDifference.Kind: Int64] = [:]

  /// Nothing was compared yet.
  package init() {}

  /// Objects that do not agree.
  package var differing: Int64 { differences.values.reduce(0, +) }
}
