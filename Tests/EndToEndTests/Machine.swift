import Testing

/// A machine, or an account on it, that is not as most are; and what is to come of a command there.
struct Machine: Sendable, CustomTestStringConvertible {
  /// What is to come of a command.
  enum Fate: Sendable {
    /// It works.
    case works
    /// It tells in one line what keeps it from working, with this in it.
    case tells(String)
  }

  /// What is odd about it.
  var name: String
  /// What the shell runs in; a machine for which that cannot be had is left out, and that is told.
  var inside: [String] = []
  /// What the shell does before it becomes the program.
  var before = ""
  /// The descriptors that the program begins without, as the shell closes them.
  var closed = ""
  /// Whether nobody may write into the home.
  var hasFixedHome = false
  /// The variables that are not as usual; `HOME_` stands for the home in them.
  var environment: [String: String] = [:]
  /// What is to come of a command that asks the local service.
  var local = Fate.works
  /// What is to come of the service itself.
  var serving = Fate.works
  /// More options for the service; `HOME_` stands for the home in them.
  var serve: [String] = []

  var testDescription: String { name }
}
