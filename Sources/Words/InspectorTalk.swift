package import Migration

/// A page of the inspector, by the number of its key.
package enum InspectorPage: Int, CaseIterable, Sendable {
  /// What the list says of the task.
  case detail = 1
  /// The objects that it could not move, with the reasons.
  case failedObjects
  /// What was done to it from here, and what was seen to happen to it.
  case events
  /// The latest lines of the log of its run.
  case log
  /// What was chosen when it was made.
  case settings
}

/// What the pages of the inspector say.
package enum InspectorTalk: Equatable, Sendable {
  /// The name of a page.
  case title(InspectorPage)
  /// That a page is being read, and which key reads one again that could not be.
  case reading, readsAgain
  /// That no object has failed, or that so many have and no list of them is there, or not yet.
  case noneFailed, noList(Int64), listedAtEnd
  /// How many objects there are, all of them or the first of so many, and that no more are shown.
  case failed(Int), firstFailed(Int, of: Int64?), mostFailed(Int)
  /// That the service does not tell failed objects one by one, or of the log of a run.
  case objectsNotTold, logNotTold
  /// Where the list of failed objects lies at the destination.
  case listLies(at: String)
  /// That there are no events, and how to see earlier ones.
  case noEvents, earlierEvents(TaskID)
  /// What was done to a task: a word of the journal, how it ended, and what there is to say about that.
  case done(String, ActionOutcome?, String?)
  /// What was seen to happen to a task, by whom it was done, and why.
  case seen(TaskHappening, Doer?, String?)
  /// That the history could not be read.
  case historyUnread(String)
  /// A line of a log: what became of an object and its size, or what there is to say.
  case logged(RunLogLine.Event, String?, String?, String?)
  /// That there is no log, and until when one is kept.
  case noLog
  /// What was not chosen, so that the service does as it likes.
  case byDefault(String)
}

/// What a language needs for the inspector.
package protocol InspectorTongue: Sendable {
  /// What a page says.
  func words(_ talk: InspectorTalk) -> String
}
