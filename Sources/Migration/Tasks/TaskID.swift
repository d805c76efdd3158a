/// The number that OMS gives to a task: 0 to 999999999999999 in v2, 15 digits in practice.
public struct TaskID: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible
{
  /// The number.
  public var rawValue: Int64

  /// The id with this number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The id that `text` names in decimal digits, or `nil` when it names none.
  public init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int64(text)
    else { return nil }
    rawValue = number
  }

  /// The number in decimal digits.
  public var description: String { String(rawValue) }

  /// By their numbers.
  public static func < (one: TaskID, other: TaskID) -> Bool { one.rawValue < other.rawValue }
}
