package import Migration

/// Why a question was closed without anything being sent.
package enum PromptEnd: Error, Equatable, Sendable {
  /// Somebody said no.
  case refused
  /// What was typed was not what had to be typed.
  case wrongAnswer
  /// A key was pressed that is no part of an answer.
  case otherKey
  /// Nobody answered for long.
  case silence
  /// What was agreed to could not be sent for too long.
  case late
  /// The program was suspended meanwhile.
  case suspended
  /// The window has no room for the question.
  case noRoom
  /// The service does not answer any more.
  case unreachable
  /// This target is in another state now.
  case changed(String, now: String)
  /// The keys of a store could not be had.
  case noKeys(ConfigurationError)
  /// One pair of keys cannot be for this many stores.
  case manyStores(Int)
  /// This target is gone.
  case gone(String)
}
