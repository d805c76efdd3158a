/// What answers had in them that could not be used, and that cost nothing else.
public struct LeftOut: Equatable, Sendable {
  /// The tasks that lack something because of it.
  public var tasks: Set<TaskID> = []
  /// What was left out: ways to members of a task, such as `src_node.bucket`.
  public var members: Set<String> = []

  /// Nothing.
  public init() {}

  /// Whether everything could be used.
  public var isEmpty: Bool { tasks.isEmpty && members.isEmpty }

  /// Adds what was left out elsewhere.
  public mutating func merge(_ other: LeftOut) {
    tasks.formUnion(other.tasks)
    members.formUnion(other.members)
  }
}
