/// The name that OMS v2 gives to a task group: a UUID in practice, any text by the wire.
package struct TaskGroupID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  /// The text.
  package var rawValue: String

  /// The id with this text.
  package init(rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }

  package static func < (one: TaskGroupID, other: TaskGroupID) -> Bool {
    one.rawValue < other.rawValue
  }
}
