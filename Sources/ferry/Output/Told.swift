import ArgumentParser
import Words

extension ValidationError {
  /// That a command line is not one, in the language of this run.
  init(_ fault: CommandFault) {
    self.init(Spoken.tongue.words(fault))
  }
}

extension Console {
  /// Prints what went wrong to standard error.
  static func error(_ fault: CommandFault) { error(Spoken.tongue.words(fault)) }

  /// Tells on standard error what is going on with a target.
  static func progress(_ fault: CommandFault) { progress(Spoken.tongue.words(fault)) }

  /// Tells on standard error what is going on.
  static func progress(_ talk: CommandTalk) { progress(Spoken.tongue.words(talk)) }

  /// Shows on standard error, when that is a terminal, what is going on until something else is.
  static func transient(_ talk: CommandTalk) { transient(Spoken.tongue.words(talk)) }
}
