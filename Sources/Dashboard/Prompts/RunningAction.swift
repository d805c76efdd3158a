package import Migration

/// An action that was confirmed, and what is known of how it goes.
package struct RunningAction: Equatable, Sendable {
  /// The number that its answers carry.
  package let request: Int
  /// What was agreed to.
  package let plan: Plan<TaskAction>
  /// What waits to be sent; `nil` once it was.
  var held: HeldAction?
  /// The step that each task has reached.
  package internal(set) var steps: [TaskID: [ActionStep]] = [:]
  /// How it ended, as far as it has.
  package internal(set) var results: [TaskID: ActionResult] = [:]
  /// Targets that the prompt refused, which nothing was sent for.
  package let refused: [ActionResult]
  /// The tasks as they were read for the question; of what is deleted since no list tells the route.
  package let read: [TaskID: MigrationTask]

  /// An action that was just agreed to.
  init(request: Int, plan: Plan<TaskAction>, of review: Review) {
    self.request = request
    self.plan = plan
    refused = review.entries.compactMap(\.foregoneResult)
    read = Dictionary(
      review.entries.compactMap(\.task).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// What is done.
  package var action: TaskAction { plan.action }

  /// The tasks it is done to.
  package var targets: [TaskTarget] { plan.targets.map(\.seen.target) }

  /// Whether every target has a result.
  package var isOver: Bool { targets.allSatisfy { results[$0.id] != nil } }

  /// The targets that it went wrong for, which can be tried again.
  package var failedTargets: [TaskTarget] {
    targets.filter { results[$0.id]?.outcome == .failed }
  }

  /// Whether the results deserve a sheet of their own rather than a line.
  var needsSheet: Bool {
    targets.count + refused.count > 1 || action == .stopThenDelete
  }

  /// Tasks that something may still be done to.
  var busy: [TaskID] { targets.map(\.id).filter { results[$0] == nil } }
}
