/// Why bytes, or a part of them, could not be read as what they should be; no value is quoted.
package struct WireProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Equatable, Sendable {
    /// The bytes are not JSON, with the rule that they break.
    case notJSON(String)
    /// A member that must be there is not.
    case missing
    /// A value is of another kind than it should be.
    case found(JSONKind)
    /// A list is longer than any that is meant.
    case tooLong
  }

  /// What is wrong.
  package let reason: Reason
  /// The byte at which it is wrong, from 0.
  package let position: Int
  /// The way to the value, such as `tasks.3.id`; empty for the whole, and when the bytes are not JSON.
  package let path: String

  /// What is wrong, where.
  package init(_ reason: Reason, at position: Int, path: String = "") {
    self.reason = reason
    self.position = position
    self.path = path
  }

  /// The problem in a few words, without a full stop.
  package var description: String {
    let place = path.isEmpty ? "the answer" : path
    return switch reason {
    case .notJSON(let rule): "not JSON: \(rule) at byte \(position)"
    case .missing: "\(place) is missing"
    case .found(.null): "\(place) is null"
    case .found(let kind): "\(place) has another type, \(kind.rawValue)"
    case .tooLong: "\(place) is longer than any list that is meant"
    }
  }
}
