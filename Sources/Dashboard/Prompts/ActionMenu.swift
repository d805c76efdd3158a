package import Migration

/// The choice of an action for targets that are fixed when the menu opens.
package struct ActionMenu: Equatable, Sendable {
  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// Which of them is chosen.
  package internal(set) var menu = Menu(count: CommandTable.actions.count)

  /// A menu for `targets`.
  init(targets: [TaskTarget]) {
    self.targets = targets
  }
}
