package import Migration

/// A language that Ferry speaks: a text for everything that a person may have to be told.
///
/// Each language is one type with one exhaustive `switch` a concept, so that a text that is missing
/// in one of them does not compile.
package protocol Tongue: CommandTongue, DashboardTongue, LineTongue, NewTaskTongue, LimitTongue,
  InspectorTongue, PastTongue, WelcomeTongue
{
  /// What happened, to what, and what to do.
  func words(_ fact: Fact) -> String
  /// Why a service refused, and what to do.
  func words(_ reason: ServiceReason) -> String
  /// Why a task failed, and what to do.
  func words(_ cause: TaskFailure.Cause) -> String
  /// What became known after a call had failed.
  func words(_ aftermath: Aftermath) -> String
  /// What there is to say about a result that is no problem.
  func words(_ remark: ActionRemark) -> String
  /// Why an action is not possible now, and what is.
  func words(_ reason: Refusal.Reason) -> String
  /// Why something that the user wrote or configured cannot be used, and what to write.
  func words(_ error: ConfigurationError) -> String
  /// Where a filter expression cannot be understood, and why.
  func words(_ error: FilterError) -> String
  /// Why a filter expression cannot be understood.
  func words(_ fault: FilterFault) -> String
  /// What a user should know before agreeing to an action, as a sentence.
  func words(_ consequence: Consequence) -> String
  /// A step as a part of a plan.
  func plan(_ step: ActionStep) -> String
  /// A step as something that is going on.
  func progress(_ step: ActionStep) -> String
  /// A plan that changes nothing.
  var emptyPlan: String { get }
  /// What stands between two steps of a plan.
  var comma: String { get }
  /// A command's own word for what is done, as this language has it in a sentence.
  func words(verb: String) -> String
  /// What is to be done to so many targets of a profile, as a question.
  func question(_ verb: String, _ count: Int, of noun: String, on profile: String) -> String
  /// What has to be answered to a question.
  func words(_ challenge: Challenge) -> String
  /// Why the message about a task's end was not delivered.
  func words(_ trouble: NotificationOutcome.Trouble) -> String
  /// What answers had in them that could not be used.
  func words(_ leftOut: LeftOut) -> String
  /// What was under way when Ferry was ended, and what to do; `actions` has at least one.
  func words(cutOff actions: [CutOffAction]) -> String
  /// What a check found.
  func words(_ finding: Finding) -> String
  /// What to do about what a check found; `nil` when there is nothing to do, or the words say it.
  func advice(on finding: Finding) -> String?
  /// Where credentials come from.
  func words(_ origin: CredentialOrigin) -> String
  /// Why the local service has no rclone, and what to do.
  func words(_ fault: RcloneFault) -> String
  /// When the same may be asked for again.
  func words(_ retry: Retry) -> String
  /// That what was asked for may have been done although the call failed.
  var doubt: String { get }
  /// A pause that the service asked for.
  func words(askedPause: Duration) -> String
  /// What there is to say about an event, beside its word and the task that it is about.
  func words(_ event: WatchEvent) -> String
  /// Why an event was not handed over.
  func words(_ trouble: DeliveryTrouble) -> String
  /// Why a question was closed without anything being sent.
  func words(_ end: PromptEnd) -> String
  /// That an answer came too soon after another key to be one.
  var tooSoon: String { get }
  /// How long ago something was read.
  func words(readSince age: Duration) -> String
  /// The title of what was told so far, and that it is nothing.
  var messages: String { get }
  var noMessages: String { get }
  /// How many lines do not fit, and the keys that bring them.
  func words(moreLines count: Int, isFocused: Bool) -> String
  /// How many tasks are marked, and how many of them the filter hides.
  func words(marked count: Int, hidden: Int) -> String
  /// How many tasks were chosen, by this filter if by one, and how many of them are not shown.
  func words(passing filter: String?, count: Int, hidden: Int) -> String
  /// Why nobody counted the source of a new task.
  func words(_ reason: Rehearsal.Reason) -> String
  /// What could not be checked about a new task.
  func words(_ part: Rehearsal.Unchecked) -> String
  /// Who has listed the source of a new task.
  func words(_ lister: Rehearsal.Lister) -> String
  /// What ends a sentence.
  var fullStop: String { get }
  /// What stands between two parts of a line.
  var separator: String { get }
}

extension Tongue {
  /// A problem in one line: what happened, to what, what to do, what the service said and what is in
  /// doubt.
  package func line(_ problem: APIProblem) -> String {
    var line = words(problem.fact)
    if problem.fact.isAnswer {
      line += problem.pause.map(words(askedPause:)) ?? ""
      let origin = [problem.code ?? problem.status.map { "HTTP \($0)" }, problem.shortMessage]
      line += " [\(origin.compactMap(\.self).joined(separator: " "))]"
    }
    // Whoever is in doubt has to look, and not to try again.
    if problem.mayHaveHappened {
      line += separator + doubt
    } else if let retry = problem.fact.retry {
      line += separator + words(retry)
    }
    return ([line] + problem.aftermath.map(words)).joined(separator: separator)
  }

  /// What a failure of a task means and what to do; `nil` when its code is not known.
  package func advice(on failure: TaskFailure) -> String? {
    failure.meaning.map { words($0.cause) }
  }

  /// Why a task failed, and what to do; `nil` when the service does not say.
  func failure(of task: MigrationTask) -> String? {
    task.outcome.failure.map { failure in
      let reason = "\(failure.code) \(failure.message)"
      return ([reason] + [advice(on: failure)].compactMap(\.self)).joined(separator: separator)
    }
  }

  /// The steps as a plan, in one line.
  package func plan(_ steps: [ActionStep]) -> String {
    steps.isEmpty ? emptyPlan : steps.map(plan).joined(separator: comma)
  }

  /// The question that a plan is, in one line.
  package func question<Action>(of plan: Plan<Action>) -> String {
    question(
      plan.action.verb, plan.targets.count, of: Action.Subject.noun, on: plan.profile) + " "
      + words(plan.challenge)
  }

  /// The first of what was cut off, by its verb and name, and how many more there are.
  func named(_ actions: [CutOffAction]) -> (names: String, more: Int) {
    let names = actions.prefix(3).map {
      words(verb: $0.verb) + " " + ($0.name.isEmpty ? $0.id : $0.name)
    }
    return (names.joined(separator: comma), actions.count - names.count)
  }

  /// What an action comes to, in one line.
  package func line(_ verdict: ActionVerdict) -> String {
    switch verdict {
    case .steps(let steps): plan(steps)
    case .settled(_, let remark): words(remark)
    case .refused(let refusal): words(refusal.reason)
    case .unread(let problem): line(problem)
    }
  }
}

extension APIProblem {
  /// As much of the service's own words as a line has room for; a gateway quotes whole requests.
  fileprivate var shortMessage: String? {
    message.isEmpty ? nil : String(String.UnicodeScalarView(message.unicodeScalars.prefix(160)))
  }
}

extension Fact {
  /// Whether it was told by an answer, whose code and words stand behind it.
  fileprivate var isAnswer: Bool {
    switch self {
    case .refused, .expired, .redirected: true
    case .identity(_, .refused), .identity(_, .unaccepted), .identity(_, .throttled),
      .identity(_, .trouble):
      true
    case .action(.neverKnown): true
    case .identity, .call, .untried, .unfit, .unsayable, .misconfigured, .unwritable,
      .tokenWithoutProject,
      .noGroups, .noSynchronisation, .noStorageQuestions, .notAnID,
      .announcements, .action, .unreadableEntry, .timeOutOfRange, .restlessList, .journalUnwritable:
      false
    }
  }
}
