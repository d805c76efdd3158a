/// The id of something that actions are aimed at.
package protocol TargetID: RawRepresentable, Hashable, Sendable, CustomStringConvertible
where RawValue: Encodable & Sendable {}

extension TaskID: TargetID {}
extension TaskGroupID: TargetID {}

/// What an action is aimed at: the id decides, the name is for people.
package struct ActionTarget<ID: TargetID>: Equatable, Hashable, Sendable {
  /// The id.
  package var id: ID
  /// The name, for reports and the journal.
  package var name: String

  /// A target.
  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A task that an action is aimed at.
package typealias TaskTarget = ActionTarget<TaskID>

/// A group that an action is aimed at; groups have no name, so the description stands for it.
package typealias GroupTarget = ActionTarget<TaskGroupID>
