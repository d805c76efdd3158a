package import Migration

/// The choice of an action for targets that are fixed when the menu opens.
package struct ActionMenu: Equatable, Sendable {
  /// The actions on offer, top to bottom.
  static let actions: [TaskAction] = [.stop, .delete, .start(failedOnly: false)]

  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// Which of them is chosen.
  package internal(set) var menu = Menu(count: Self.actions.count)

  /// A menu for `targets`.
  init(targets: [TaskTarget]) {
    self.targets = targets
  }
}
