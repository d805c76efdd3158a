package import Migration

/// What the dashboard says of what happened while nobody looked.
package enum PastTalk: Equatable, Sendable {
  /// What it is, as a title.
  case title(since: String)
  /// How many tasks came to which end since then, in a line; `nil` stands for nobody known.
  case summary(since: String, [Count])
  /// That nothing happened, or that it is not known yet.
  case nothing(since: String), unknown
  /// What happened, to what, and when; `nil` where that is not known.
  case event(TaskHappening, Doer?, task: String, at: String?)

  /// So many of one end.
  package struct Count: Equatable, Sendable {
    /// The end.
    package var happening: TaskHappening
    /// Whose doing it was.
    package var by: Doer?
    /// How many.
    package var count: Int

    /// A count.
    package init(_ happening: TaskHappening, by: Doer? = nil, _ count: Int) {
      self.happening = happening
      self.by = by
      self.count = count
    }
  }
}

/// What a language needs for what happened while nobody looked.
package protocol PastTongue: Sendable {
  /// What there is to say of it.
  func words(_ talk: PastTalk) -> String
}
