import FoundationEssentials
package import Migration

/// A happening that two looks at a task show, though nobody saw it.
package struct UnseenEvent: Equatable, Sendable {
  /// What happened.
  package var happening: TaskHappening
  /// The task as it is now; as it was when it is gone.
  package var task: MigrationTask

  /// A happening.
  package init(_ happening: TaskHappening, _ task: MigrationTask) {
    self.happening = happening
    self.task = task
  }
}

/// What became known of the time in which nobody looked.
package enum Recollection: Equatable, Sendable {
  /// What happened, oldest first.
  case events([PastEvent])
  /// The history of this user could not be read.
  case unread(String)
}

/// What happened to the tasks of a session while nobody looked.
package struct Past: Equatable, Sendable {
  /// More are not told.
  package static let most = 500

  /// Since when that is told: the last look before; `nil` before anything is known.
  private(set) var since: Date?
  /// What two looks show of that time, which nobody saw and no record has.
  private(set) var unseen: [UnseenEvent] = []
  /// What happened since; `nil` while nobody knows.
  private(set) var recollection: Recollection?
  /// A look after which nobody has looked, until the tasks are known again.
  private var gap: LastLook?
  /// The number of the question that is not answered.
  private var request: Int?
  /// Whether its answer is to be told without being asked for.
  private var isNews = false

  /// Nobody has looked since `look`.
  mutating func leave(_ look: LastLook) { gap = gap ?? look }

  /// The look after which nobody has looked before tasks were told at `date`, which ends that; `nil` where
  /// somebody has.
  mutating func comeBack(at date: Date) -> LastLook? {
    since = since ?? date
    guard let look = gap, look.at < date else { return nil }
    gap = nil
    return look
  }

  /// Notes that it is asked for.
  mutating func ask(since date: Date, unseen: [UnseenEvent], request: Int, isNews: Bool) {
    if date != since { recollection = nil }
    (since, self.unseen) = (date, unseen)
    // What is news stays news, also when somebody asks before it is told.
    self.isNews = isNews || self.isNews && self.request != nil
    self.request = request
  }

  /// Takes an answer, unless nobody waits for it any more, and says whether it is to be told.
  mutating func take(_ recollection: Recollection, request: Int) -> Bool {
    guard self.request == request else { return false }
    self.request = nil
    self.recollection = recollection
    return isNews
  }
}
