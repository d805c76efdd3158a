/// An object of the source that was not moved, and why.
package struct UnmovedObject: Equatable, Sendable {
  /// The name at the source.
  package var name: String
  /// Why, as a sentence.
  package var reason: String

  /// An object that was not moved.
  package init(_ name: String, _ reason: String) {
    self.name = name
    self.reason = reason
  }
}
