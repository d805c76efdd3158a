/// The name that OMS v2 gives to a task group: a UUID in practice, any text by the wire.
public struct TaskGroupID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  /// The text.
  public var rawValue: String

  /// The id with this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The id as the service writes it.
  public var description: String { rawValue }

  /// By their texts.
  public static func < (one: TaskGroupID, other: TaskGroupID) -> Bool {
    one.rawValue < other.rawValue
  }
}
