import Migration
import MigrationCore
import Words

/// Tasks that new ones are made after.
struct TaskModel {
  let service: Connection

  /// A task like the one with this id, without keys; one that is gone is looked up in the journal.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - check: Looks at it while it is there.
  /// - Returns: What would make it again.
  /// - Throws: ``Failure`` when nothing is known of it, and what `check` throws.
  func task(
    like id: TaskID, check: (MigrationTask) throws -> Void = { _ in }
  ) async throws -> NewTask {
    let definition: JournalledTask
    do {
      let task = try await service.backend.show(id)
      try check(task)
      definition = JournalledTask(task)
    } catch let error as APIProblem {
      guard error.kind == .notFound, let known = journalled(id) else {
        throw Failure(
          Failure.status(of: error), .about(noun: MigrationTask.noun, id: "\(id)", error.line))
      }
      definition = known
    }
    guard let task = definition.newTask else {
      throw Failure(Failure.failed, .notCreatable(id: "\(id)"))
    }
    return task
  }

  private func journalled(_ id: TaskID) -> JournalledTask? {
    let actions = try? Journal.own.latest(.max) { action in
      action.task == id.rawValue && action.begin.profile == service.profile
        && action.begin.definition != nil
    }
    return actions?.last?.begin.definition
  }
}
