import FoundationEssentials
import Migration
import OMSWire

/// What callers may ask without waiting for anything that is being written.
extension TaskEngine {
  /// A page of a project's tasks as v1 answers them now, newest first.
  struct AnsweredPage: Sendable {
    /// The JSON of each task.
    let answers: [[UInt8]]
    /// Names what the page says, or `nil` when it says something else at every moment.
    let tag: String?
  }

  /// A page of a project's tasks.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - state: Only tasks in this state as v1 shows it, where one that is stopping still runs.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  ///   - known: The tag of what the caller has already.
  /// - Returns: The page, or `nil` when the caller has it already.
  /// - Throws: When the store cannot be read.
  nonisolated func page(
    of project: String, in state: TaskState?, start: Int, limit: Int, known: String? = nil
  ) throws -> AnsweredPage? {
    let states = Self.states(shownAs: state)
    var tries = 0
    while true {
      let page = board.page(of: project, in: states, start: start, limit: limit)
      guard page.tag == nil || page.tag != known else { return nil }
      let answers = try answers(to: page)
      // What is missing has gone since the board was read, which then knows so too.
      tries += 1
      let isWhole = answers.count == page.ids.count
      if isWhole || tries == 3 {
        return AnsweredPage(answers: answers, tag: isWhole ? page.tag : nil)
      }
    }
  }

  /// How many tasks a project has, in `state` or altogether.
  nonisolated func count(of project: String, in state: TaskState?) -> Int {
    board.count(of: project, in: Self.states(shownAs: state))
  }

  /// A task as v1 answers it now.
  ///
  /// - Throws: `OMS.0053` when the project has no such task.
  nonisolated func answer(to id: TaskID, of project: String) throws -> [UInt8] {
    guard board.state(of: id, in: project) != nil else { throw ServiceError(.noSuchTask) }
    if let task = board.moving(id) { return task.answerBytes(at: now()) }
    guard let answer = try store.answers(to: [id])[id] else {
      throw ServiceError(.noSuchTask)
    }
    return answer
  }

  /// A page of the objects that a task did not move.
  ///
  /// - Parameters:
  ///   - kind: Which of them.
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  /// - Returns: The objects by their keys.
  /// - Throws: `OMS.0053` when the project has no such task, or whatever keeps them from being read.
  @concurrent nonisolated func unmoved(
    _ kind: UnmovedFile.Kind, of id: TaskID, project: String, start: Int, limit: Int
  ) async throws -> [UnmovedObject] {
    guard board.state(of: id, in: project) != nil,
      let task = try board.moving(id) ?? store.task(id)
    else { throw ServiceError(.noSuchTask) }
    let count = kind == .failed ? task.unmoved.failed : task.unmoved.leftOut
    // What is not counted was not to be recorded.
    guard start < count else { return [] }
    return try unmoved(kind, of: task).page(start: start, limit: limit)
  }

  /// The list of what a task did not move.
  nonisolated func unmoved(_ kind: UnmovedFile.Kind, of task: StoredTask) -> UnmovedFile {
    UnmovedFile(
      kind, in: TaskDirectories.directory(of: task.id, run: task.unmoved.run, in: directory))
  }

  /// The answers to those tasks of a page that are still there.
  private nonisolated func answers(to page: TaskBoard.Page) throws -> [[UInt8]] {
    let stored = try store.answers(to: page.ids.filter { page.moving[$0] == nil })
    let now = now()
    return page.ids.compactMap { page.moving[$0]?.answerBytes(at: now) ?? stored[$0] }
  }

  private static func states(shownAs state: TaskState?) -> [TaskState]? {
    guard let state else { return nil }
    return state == .running ? [.running, .stopping] : [state]
  }
}
