package import Migration

/// The choice of an action for targets that are fixed when the menu opens.
package struct ActionMenu: Equatable, Sendable {
  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// Which of them is chosen.
  package internal(set) var menu: Menu

  /// A menu for `targets` with the action at place `row` chosen.
  init(targets: [TaskTarget], row: Int) {
    self.targets = targets
    menu = Menu(count: CommandTable.actions.count, row: row)
  }
}
