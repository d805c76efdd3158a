/// What a user said to a question.
package enum Answer: Equatable, Sendable {
  /// What was typed when the question was read; `nil` at the end of input.
  case typed(String?)
  /// What was said before there was a question: a yes, and perhaps the profile's name.
  case beforehand(profile: String?)
}

/// The answer that a question wants before something is changed.
package enum Challenge: Equatable, Hashable, Sendable {
  /// `y` or `yes`.
  case yes
  /// The number of targets.
  case number(Int)
  /// The name of the profile.
  case profile(String)

  /// What is wanted for an action on so many targets.
  ///
  /// - Parameters:
  ///   - targets: How many targets, from 1.
  ///   - profile: The profile that is acted on.
  ///   - isProtected: Whether its name has to be given, always.
  package init(targets: Int, profile: String, isProtected: Bool) {
    // Nobody can type a name that is empty.
    self =
      if isProtected, !profile.isEmpty { .profile(profile) } else if isProtected || targets > 1 {
        .number(targets)
      } else { .yes }
  }

  /// Whether `answer` is a yes.
  ///
  /// What an input method has made wide counts as what it would be without. A yes beforehand is one to
  /// everything but a protected profile, whose name has to be in it.
  package func isMet(by answer: Answer) -> Bool {
    switch (self, answer) {
    case (.yes, .typed(let text)): ["y", "yes"].contains(text?.halfWidth.lowercased())
    case (.number(let number), .typed(let text)): text?.halfWidth == String(number)
    case (.profile(let name), .typed(let text)): text?.halfWidth == name.halfWidth
    case (.profile(let name), .beforehand(let profile)): profile == name
    case (.yes, .beforehand), (.number, .beforehand): true
    }
  }
}
