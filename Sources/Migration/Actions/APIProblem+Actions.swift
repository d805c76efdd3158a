extension APIProblem {
  /// The target is no longer in the state that was agreed about.
  package static func changed(from was: String, to now: String) -> APIProblem {
    APIProblem(.action(.changed(was: was, now: now)), kind: .wrongState)
  }

  /// The target is in another run than the one that was agreed about.
  package static func startedAnew(was: String, now: String) -> APIProblem {
    APIProblem(.action(.startedAnew(was: was, now: now)), kind: .wrongState)
  }

  /// The target is no longer there, and that is not what was asked for.
  package static func goneSince(was: String) -> APIProblem {
    APIProblem(.action(.goneSince(was: was)), kind: .notFound)
  }

  /// The rules refuse an action, so nothing was sent.
  package static func refused(_ verb: String, _ refusal: Refusal) -> APIProblem {
    APIProblem(
      .action(.refused(verb: verb, refusal.reason)), kind: .wrongState, code: refusal.code)
  }

  /// A target did not become what was waited for.
  ///
  /// - Parameters:
  ///   - wanted: What was waited for.
  ///   - state: The word for the state that it was last seen in; `nil` when it never was.
  ///   - limit: How long it was waited for.
  /// - Returns: The problem.
  package static func stillNot(
    _ wanted: Wanted, state: String?, after limit: Duration
  ) -> APIProblem {
    APIProblem(.action(.stillNot(wanted, state: state, after: limit)), kind: .wrongState)
  }

  /// The journal cannot be written, so nothing was sent.
  package static func notJournalled(_ reason: String) -> APIProblem {
    APIProblem(.journalUnwritable(reason: reason), kind: .invalid)
  }

  /// Some entries of a list could not be read.
  ///
  /// - Parameter reason: Why the first of them could not.
  /// - Returns: The problem.
  package static func unreadableEntries(_ reason: String) -> APIProblem {
    APIProblem(.unreadableEntry(reason: reason), kind: .unreadable)
  }

  /// The same about something that was to be deleted and of which nothing is known.
  func neverKnown(_ noun: String) -> APIProblem {
    var problem = self
    problem.fact = .action(.neverKnown(noun: noun))
    return problem
  }
}
