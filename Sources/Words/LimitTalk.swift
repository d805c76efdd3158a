/// What the form for the speed limits of tasks says.
package enum LimitTalk: CaseIterable, Equatable, Sendable {
  /// What it is for, as a title.
  case title
  /// What is typed.
  case new
  /// That a task may move as fast as it can, and that several tasks have not the same limits.
  case none, different
  /// How the line is written, and what an empty one means.
  case hint
}

/// What a language needs for the form for speed limits.
package protocol LimitTongue: Sendable {
  /// What the form says.
  func words(_ talk: LimitTalk) -> String
}
