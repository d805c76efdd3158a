package import Migration

/// What was read of a service's list of tasks.
package struct ListedTasks: Sendable {
  /// The tasks.
  package var tasks = OrderedTasks()
  /// Why others could not be read: entries, and pages that were refused.
  package var unreadable: [String] = []
  /// What answers had in them that could not be used.
  package var leftOut = LeftOut()
}
