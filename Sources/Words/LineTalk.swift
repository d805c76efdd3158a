package import Migration

/// What the dashboard says where it is told line by line, and on the screen is drawn or pressed.
package enum LineTalk: Equatable, Sendable {
  /// What can be typed, once at the beginning.
  case welcome
  /// A task is new, or is no longer there.
  case appeared, gone
  /// How long a task takes from now.
  case left(String)
  /// In which state a task was before.
  case was(TaskState)
  /// How to agree to an action with a letter, and how not to.
  case agree(TaskAction)
  /// What any other line does.
  case otherwise
  /// That any line closes a question to which there is no yes.
  case closes
  /// What the letter does that chooses other objects.
  case choice(String, ScreenWord)
  /// A key that is to be typed, which is not shown.
  case key(KeyField)
  /// How a line of a new task is typed.
  case line(NewTaskField)
  /// How new speed limits are typed, and the word for none.
  case limits(none: String)
  /// How to agree to a new task with a letter, and what a line does once that question was closed.
  case agreeToCreate, backToForm
  /// That a question was closed while somebody may have been typing what is not to be seen.
  case dropped
  /// That one of several lines is chosen by its number.
  case choose
  /// That a filter is to be typed.
  case filter
  /// That an answer came before the question can have been read.
  case hasty
  /// A text that a screen would have put into the clipboard.
  case copied(String)
}

/// What a language needs for the dashboard that is told line by line.
package protocol LineTongue: Sendable {
  /// What there is to say where a screen would show it.
  func words(_ talk: LineTalk) -> String
}
