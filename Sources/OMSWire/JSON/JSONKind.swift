/// The kinds of values that a JSON text has.
package enum JSONKind: String, Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool
  /// A number, whole or not.
  case number
  /// A text.
  case text
  /// A list.
  case list
  /// An object.
  case object
}
