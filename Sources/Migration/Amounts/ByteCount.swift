/// An amount of data in bytes.
package struct ByteCount: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByIntegerLiteral
{
  /// The number of bytes.
  package var rawValue: Int64

  /// The amount of `rawValue` bytes.
  package init(rawValue: Int64) { self.rawValue = rawValue }

  package init(integerLiteral value: Int64) { rawValue = value }

  package static func < (one: ByteCount, other: ByteCount) -> Bool { one.rawValue < other.rawValue }
}

/// A speed in bytes a second.
package struct ByteRate: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByIntegerLiteral
{
  /// The number of bytes a second.
  package var rawValue: Int64

  /// The speed of `rawValue` bytes a second.
  package init(rawValue: Int64) { self.rawValue = rawValue }

  package init(integerLiteral value: Int64) { rawValue = value }

  package static func < (one: ByteRate, other: ByteRate) -> Bool { one.rawValue < other.rawValue }
}
