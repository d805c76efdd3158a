import Migration

extension TaskMachine {
  /// Writes down that a notice is not owed any more, and in its task why.
  ///
  /// A task that runs anew or is gone does not say it any more.
  ///
  /// - Throws: When it could not be written; the notice is owed then still.
  mutating func settle(_ notice: Notice, as standing: NoticeStanding) throws {
    var task = try store.task(notice.task)
    if task?.notice != .owed(notice.id) { task = nil }
    task?.notice = standing
    try store.settle(notice, task)
    if let task { board.enter([.update(task)]) }
  }
}
