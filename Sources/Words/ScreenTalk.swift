package import Migration

/// What stands on the screen of the dashboard and is always the same.
package enum ScreenWord: CaseIterable, Sendable {
  /// What may be done with the profile.
  case readOnly, protected
  /// That there is nothing to see, and what to do.
  case noTasks, noTasksYet, makeOne, escClearsFilter, triesAgain
  /// Titles.
  case sortBy, actions, profiles, keys, keysScroll
  /// What there is to know while a profile is chosen.
  case readingProfiles, escGivesUp
  /// Why nothing came of a key.
  case noTaskToActOn, noFilterYet, nothingHeld, rowChanged, windowTooSmall, tooLongToCopy
  /// That leaving would abandon something.
  case actionUnderWay, givingUp
  /// What is possible with an action, and what is not.
  case profileReadOnly, taskGone, nothingChangeable, noneAllows
  /// A step of an action that nobody has heard of yet.
  case sent, notSent
  /// Answers of a prompt.
  case keep, close, next, goOn, allObjects, onlyFailed
  /// What a prompt says while it knows nothing, and about keys.
  case readingAgain, noName, keysAgain, sameKeys
  /// What keys do in a list of results.
  case scroll, retry, closes, closesOnly
  /// Whether a start of the failed objects works.
  case canRetry, cannotRetry
}

/// What the dashboard says about something.
package enum ScreenTalk: Equatable, Sendable {
  /// No task is let through by this filter.
  case matchesNothing(String)
  /// A profile does not answer, or not yet.
  case silent(profile: String), reading(profile: String)
  /// So many tasks could not be read, or nobody knows how many.
  case unread(Int?, String)
  /// How often the tasks are asked for.
  case refreshing(every: String)
  /// A key that has to be typed was not.
  case missing(KeyField)
  /// There is nothing to stop, delete or start.
  case noTask(TaskAction)
  /// How many targets of an action it worked for.
  case results(TaskAction, good: Int, of: Int)
  /// The same as a title.
  case resultTitle(TaskAction, good: Int, of: Int)
  /// So many tasks are deleted in so many seconds unless that is taken back; it was.
  case held(Int, seconds: Int), takenBack(Int)
  /// What came of an action on a task.
  case ended(TaskAction, id: String, name: String, String)
  /// By what the tasks are being sorted.
  case sorting(by: TaskOrder.Key)
  /// How many tasks there are, how many more, and how many nothing is done to.
  case tasks(Int), more(Int), leftAlone(Int)
  /// How many tasks there are while more are read; how many of them a filter shows, `nil` while it is
  /// being found out; and how many a range has.
  case soFar(Int), shown(Int?, of: Int), inRange(Int)
  /// Why nothing can be done.
  case notPossible(String)
  /// What has to be typed to do something.
  case type(TaskAction, answer: String)
  /// What a prompt is about.
  case question(TaskAction, Int)
  /// When a task was started, how long it ran, and how long it takes.
  case times(started: String?, ran: String?, left: String?)
  /// A profile is being opened.
  case opening(String)
  /// So many tasks are being written to a file, or were; not all of them where some are not known.
  case exporting(Int, to: String), exported(Int, to: String, isWhole: Bool)
  /// Nothing was written to this file.
  case notExported(to: String, ExportFault)
  /// What became of objects.
  case objects(moved: String, of: String, failed: String, skipped: String)
}

/// A key of a bucket that is typed.
package enum KeyField: CaseIterable, Hashable, Sendable {
  /// Of the bucket that the objects come from.
  case sourceAccess, sourceSecret
  /// Of the bucket that they go to.
  case destinationAccess, destinationSecret
}
