/// What is to be done, to what, as it was shown: the one value that a person agrees to.
///
/// Each target has steps of its own, as what is possible depends on where it stands: a plan to stop
/// and delete never stops the one that had failed when it was shown.
package struct Plan<Action: JudgedAction>: Equatable, Sendable {
  /// One target: what was seen of it, and what is to be done to it.
  package struct Target: Equatable, Sendable {
    /// What was seen.
    package let seen: Seen<Action.Subject>
    /// What is to be done, in order; never empty.
    package let steps: [ActionStep]
  }

  /// What was asked for.
  package let action: Action
  /// What something is to be done to; never empty, each target once.
  package let targets: [Target]
  /// The profile whose service is meant.
  package let profile: String
  /// What has to be answered.
  package let challenge: Challenge

  /// The plan that follows from what was read, or `nil` when there is nothing to agree to.
  ///
  /// - Parameters:
  ///   - action: What was asked for.
  ///   - previews: What the action would do to each target; those it would do nothing to are left
  ///     out.
  ///   - profile: The profile whose service is meant.
  ///   - isProtected: Whether that profile's name has to be given, always.
  package init?(
    _ action: Action, _ previews: [ActionPreview<Action>], on profile: String, isProtected: Bool
  ) {
    targets = previews.compactMap { preview in
      guard let seen = preview.seen, case .steps(let steps) = preview.verdict, !steps.isEmpty
      else { return nil }
      return Target(seen: seen, steps: steps)
    }
    if targets.isEmpty { return nil }
    self.action = action
    self.profile = profile
    challenge = Challenge(targets: targets.count, profile: profile, isProtected: isProtected)
  }
}
