/// What a question before an action has to show, and which answer to it is a yes.
package struct ConfirmationFacts: Equatable, Sendable {
  /// The answer that is wanted.
  package enum Challenge: Equatable, Sendable {
    /// `y` or `yes`.
    case yes
    /// The number of targets.
    case number(Int)
    /// The name of the profile.
    case profile(String)

    /// Whether `answer` is a yes; the end of input is none.
    package func isMet(by answer: String?) -> Bool {
      switch self {
      case .yes: ["y", "yes"].contains(answer?.lowercased())
      case .number(let number): answer == String(number)
      case .profile(let name): answer == name
      }
    }
  }

  /// What is to be done.
  package var verb: String
  /// How many targets it is to be done to.
  package var count: Int
  /// What they are called, in the singular or plural: `task`, `groups`.
  package var noun: String
  /// The profile, which the user may have mistaken.
  package var profile: String
  /// What cannot be undone, or what has to be known first.
  package var consequence: String
  /// The answer that is wanted.
  package var challenge: Challenge

  /// The facts about a question.
  ///
  /// - Parameters:
  ///   - verb: What is to be done.
  ///   - consequence: What cannot be undone, or what has to be known first.
  ///   - count: The number of targets it is possible for.
  ///   - noun: What one target is called.
  ///   - profile: The profile that is acted on.
  ///   - isProtected: Whether the profile's name has to be typed, always.
  package init(
    _ verb: String, consequence: String, count: Int, of noun: String, on profile: String,
    isProtected: Bool
  ) {
    self.verb = verb
    self.consequence = consequence
    self.count = count
    self.noun = count == 1 ? noun : noun + "s"
    self.profile = profile
    challenge =
      if isProtected { .profile(profile) } else if count > 1 {
        .number(count)
      } else { .yes }
  }

  /// The question, in one line.
  package var question: String {
    let what = "\(verb) \(count == 1 ? "this" : String(count)) \(noun) on '\(profile)'?"
    switch challenge {
    case .yes: return "\(what) [y/N]"
    case .number: return "\(what) Type their number:"
    case .profile: return "\(what) Type the profile's name:"
    }
  }
}
