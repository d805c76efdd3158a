package import FoundationEssentials

/// When somebody last looked at the tasks of a profile, and which were not over then.
package struct LastLook: Equatable, Sendable {
  /// When what they saw was told by the service.
  package var at: Date
  /// The tasks that were not over, of which no more than id, name, state and start is known.
  package var open: [MigrationTask]

  /// A look.
  package init(at: Date, open: [MigrationTask]) {
    self.at = at
    self.open = open
  }
}
