import FoundationEssentials
import Migration
import OMSWire

/// What callers may ask without waiting for anything that is being written.
extension TaskEngine {
  /// A page of a project's tasks as a version answers them now, newest first.
  struct AnsweredPage: Sendable {
    /// The JSON of each task.
    let answers: [[UInt8]]
    /// How many there are altogether.
    let total: Int
    /// Names what the page says, or `nil` when it says something else at every moment.
    let tag: String?
  }

  /// A page of a project's tasks.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - list: Which tasks, and which part of them.
  ///   - known: The tag of what the caller has already.
  /// - Returns: The page, or `nil` when the caller has it already.
  /// - Throws: When the store cannot be read.
  nonisolated func page(
    of project: String, _ list: TaskList, known: String? = nil
  ) async throws -> AnsweredPage? {
    var tries = 0
    while true {
      var named: [TaskID]?
      if let name = list.name { named = try await store.tasks(named: name, of: project) }
      let page = board.page(of: project, list, named: named)
      // A list by names is older than the board that it was looked up in.
      let tag = list.name == nil ? page.tag : nil
      guard tag == nil || tag != known else { return nil }
      let answers = try answers(to: page, in: list.version)
      // What is missing has gone since the board was read, which then knows so too.
      tries += 1
      let isWhole = answers.count == page.ids.count
      if isWhole || tries == 3 {
        return AnsweredPage(answers: answers, total: page.total, tag: isWhole ? tag : nil)
      }
    }
  }

  /// How many tasks a project has, in one of `states` or altogether.
  nonisolated func count(of project: String, in states: [TaskState]?) -> Int {
    board.count(of: project, in: states)
  }

  /// A task as a version answers it now.
  ///
  /// - Throws: `OMS.0053` when the project has no such task.
  nonisolated func answer(
    to id: TaskID, of project: String, in version: APIGeneration
  ) throws -> [UInt8] {
    guard board.state(of: id, in: project) != nil else { throw ServiceError(.noSuchTask) }
    if let task = board.moving(id) { return task.answerBytes(in: version, at: now()) }
    guard let answer = try store.answers(to: [id], in: version)[id] else {
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

  /// A page of what the latest run of a task has logged, newest first.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - start: How many lines to pass over.
  ///   - limit: The most to return.
  /// - Returns: The lines; none once the task has succeeded.
  /// - Throws: `OMS.0053` when the project has no such task, or whatever keeps it from being read.
  @concurrent nonisolated func log(
    of id: TaskID, project: String, start: Int, limit: Int
  ) async throws -> [RunLogLine] {
    guard board.state(of: id, in: project) != nil,
      let task = try board.moving(id) ?? store.task(id)
    else { throw ServiceError(.noSuchTask) }
    let run = TaskDirectories.directory(of: id, run: task.run.number, in: directory)
    return RunLog(directory: run).page(start: start, limit: limit)
  }

  /// The list of what a task did not move.
  nonisolated func unmoved(_ kind: UnmovedFile.Kind, of task: StoredTask) -> UnmovedFile {
    UnmovedFile(
      kind, in: TaskDirectories.directory(of: task.id, run: task.unmoved.run, in: directory))
  }

  /// The answers to those tasks of a page that are still there.
  private nonisolated func answers(
    to page: TaskBoard.Page, in version: APIGeneration
  ) throws -> [[UInt8]] {
    let resting = page.ids.filter { page.moving[$0] == nil }
    let stored = try store.answers(to: resting, in: version)
    let now = now()
    return page.ids.compactMap {
      page.moving[$0]?.answerBytes(in: version, at: now) ?? stored[$0]
    }
  }
}
