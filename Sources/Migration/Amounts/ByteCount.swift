/// An amount of data in bytes.
public struct ByteCount: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByIntegerLiteral
{
  /// The number of bytes.
  public var rawValue: Int64

  /// The amount of `rawValue` bytes.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The amount that a literal names.
  public init(integerLiteral value: Int64) { rawValue = value }

  /// The smaller first.
  public static func < (one: ByteCount, other: ByteCount) -> Bool { one.rawValue < other.rawValue }
}

/// A speed in bytes a second.
public struct ByteRate: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByIntegerLiteral
{
  /// The number of bytes a second.
  public var rawValue: Int64

  /// The speed of `rawValue` bytes a second.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The amount that a literal names.
  public init(integerLiteral value: Int64) { rawValue = value }

  /// The smaller first.
  public static func < (one: ByteRate, other: ByteRate) -> Bool { one.rawValue < other.rawValue }
}
