import Canvas
import Migration

/// What somebody has typed so far to answer a question that wants a certain answer.
struct AnswerLine: Equatable, Sendable {
  /// What a key has made of it.
  enum Verdict: Equatable {
    /// It was given: `y`, or what had to be typed; it may be the wrong one.
    case given(String)
    /// It is typed still.
    case typing
    /// The key came too soon after another one to be meant.
    case tooSoon
    /// The key is no part of an answer.
    case foreign
  }

  /// What was typed, with nothing of it as wide as an input method makes it.
  private(set) var typed = ""
  /// Whether somebody has begun to type, so that further keys belong to it.
  private(set) var hasBegun = false

  /// The longest name of a profile that can be typed.
  private static let longest = 64

  /// Takes a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - challenge: What the question wants.
  ///   - isQuiet: Whether no other key came for a while, so that this one is meant.
  /// - Returns: What it has made of the answer.
  mutating func take(_ key: Key, for challenge: Challenge, isQuiet: Bool) -> Verdict {
    switch (challenge, key) {
    case (.yes, _) where key.isKey(of: "y"):
      return isQuiet ? .given("y") : .tooSoon
    case (.number, .enter) where !typed.isEmpty, (.profile, .enter) where !typed.isEmpty:
      return .given(typed)
    case (.number, .backspace) where !typed.isEmpty, (.profile, .backspace) where !typed.isEmpty:
      typed.removeLast()
      return .typing
    case (_, .character(let character)) where challenge.takes(character.halfWidth, after: typed):
      guard hasBegun || isQuiet else { return .tooSoon }
      hasBegun = true
      typed = String((typed + String(character.halfWidth)).prefix(Self.longest))
      return .typing
    default: return .foreign
    }
  }
}

extension Challenge {
  /// Whether `character` can be a part of what has to be typed, after `typed`.
  ///
  /// A name may be mistyped and corrected, but only by somebody who has begun to type it.
  fileprivate func takes(_ character: Character, after typed: String) -> Bool {
    switch self {
    case .yes: false
    case .number: character.isASCII && character.isNumber
    case .profile: !typed.isEmpty || canBecomeAnswer(String(character))
    }
  }
}
