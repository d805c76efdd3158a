import Foundation
import Migration
import Words

/// The language of this run: the one of `FERRY_LANG` or of the locale.
enum Spoken {
  /// The language.
  static let language = Language(environment: Environment.current)

  /// What it says.
  static var tongue: any Tongue { language.tongue }

  /// What is said to programs: they read one language, whatever people read.
  static let written: any Tongue = English()
}

extension APIProblem {
  /// The problem in one line for the user.
  var line: String { Spoken.tongue.line(self) }
}

extension LeftOut {
  /// What was left out, in one line for the user.
  var line: String { Spoken.tongue.words(self) }
}

extension MigrationTask {
  /// The task as `--output json` has it, with the advice and with when it was seen to end.
  func summary(endedAt: Date?) -> TaskSummary {
    TaskSummary(self, advice: writtenAdvice, endedAt: endedAt)
  }

  /// The advice for programs.
  var writtenAdvice: String? { outcome.failure.flatMap(Spoken.written.advice) }
}

extension TaskGroup {
  /// The group as `--output json` has it, with the advice.
  var summary: TaskGroupSummary {
    TaskGroupSummary(self, advice: outcome.failure.flatMap(Spoken.written.advice))
  }
}

extension ConfigurationError {
  /// What is wrong in one line for the user.
  var line: String { Spoken.tongue.words(self) }
}

extension CredentialOrigin {
  /// Where credentials come from, for the user.
  var line: String { Spoken.tongue.words(self) }
}

extension RcloneFault {
  /// Why there is no rclone, in one line for the user.
  var line: String { Spoken.tongue.words(self) }
}

extension ActionRemark {
  /// The remark in one line for the user.
  var line: String { Spoken.tongue.words(self) }
}
