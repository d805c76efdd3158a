/// A task that an action is aimed at: the id decides, the name is for people.
package struct TaskTarget: Equatable, Hashable, Sendable {
  /// The id.
  package var id: TaskID
  /// The name, for reports and the journal.
  package var name: String

  /// A target.
  package init(id: TaskID, name: String) {
    self.id = id
    self.name = name
  }
}
