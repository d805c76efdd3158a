package import Migration

/// The choice of an action for targets that are fixed when the menu opens.
package struct ActionMenu: Equatable, Sendable {
  /// The actions on offer, top to bottom.
  static let actions: [TaskAction] = [.stop, .delete, .start(failedOnly: false)]

  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// The chosen line, from 0.
  package internal(set) var row = 0

  /// A menu for `targets`.
  init(targets: [TaskTarget]) {
    self.targets = targets
  }
}
