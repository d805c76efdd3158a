extension APIProblem {
  /// The target is no longer in the state that was agreed about.
  package static func changed(from was: String, to now: String) -> APIProblem {
    APIProblem(
      kind: .wrongState,
      sentence: "left alone, because it was \(was) when that was agreed to and is \(now) now")
  }

  /// The target is in another run than the one that was agreed about.
  package static func startedAnew(was: String, now: String) -> APIProblem {
    APIProblem(
      kind: .wrongState,
      sentence: "left alone, because it was started again since that was agreed to "
        + "(it was \(was) then and is \(now) now)")
  }

  /// The target is no longer there, and that is not what was asked for.
  package static func goneSince(was: String) -> APIProblem {
    APIProblem(
      kind: .notFound,
      sentence: "left alone, because it was \(was) when that was agreed to and is gone now")
  }

  /// The rules refuse an action, so nothing was sent.
  package static func refused(_ verb: String, _ refusal: Refusal) -> APIProblem {
    APIProblem(
      kind: .wrongState, code: refusal.code, sentence: "\(verb) refused: \(refusal.sentence)")
  }

  /// A target did not become what was waited for.
  ///
  /// - Parameters:
  ///   - wanted: What was waited for, such as `stopped`.
  ///   - state: The word for the state that it was last seen in; `nil` when it never was.
  ///   - limit: How long it was waited for.
  /// - Returns: The problem.
  package static func stillNot(
    _ wanted: String, state: String?, after limit: Duration
  ) -> APIProblem {
    let last = state.map { ", but \($0)" } ?? ""
    return APIProblem(
      kind: .wrongState,
      sentence: "it is not \(wanted) after \(limit.components.seconds) s\(last); nothing else was "
        + "done to it. Look again later")
  }

  /// The same, where it came up while something was waited for.
  ///
  /// - Parameter wanted: What was waited for, such as `stopped`.
  /// - Returns: The problem.
  package func whileWaiting(for wanted: String) -> APIProblem {
    var problem = self
    problem.sentence +=
      "; that was while waiting until it is \(wanted), and nothing else was done to it"
    return problem
  }

  /// The journal cannot be written, so nothing was sent.
  package static func notJournalled(_ reason: String) -> APIProblem {
    APIProblem(
      kind: .invalid,
      sentence: "nothing was sent, because the journal cannot be written (\(reason))")
  }

  /// The same about something that was to be deleted and of which nothing is known.
  func neverKnown(_ noun: String) -> APIProblem {
    var problem = self
    problem.sentence =
      "there is no such \(noun), and nothing tells that there ever was; check the id"
      + (code.map { " [\($0)]" } ?? "")
    return problem
  }
}
