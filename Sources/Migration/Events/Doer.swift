/// Whose doing something was.
package enum Doer: String, Codable, Sendable {
  /// Somebody who uses the journal of this user.
  case you
  /// Somebody else.
  case another
}
