/// An action of which nobody knows whether it was done, as Ferry was ended, or the answer was lost.
package struct CutOffAction: Equatable, Sendable {
  /// What was to be done, such as `delete`.
  package var verb: String
  /// The id of the target; empty for a creation.
  package var id: String
  /// The target's name; may be empty.
  package var name: String

  /// An action that was cut off.
  package init(verb: String, id: String, name: String) {
    self.verb = verb
    self.id = id
    self.name = name
  }
}
