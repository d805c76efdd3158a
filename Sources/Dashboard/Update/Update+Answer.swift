import Canvas
import Migration
import Words

extension State {
  /// Takes a key as an answer; whatever is not exactly a yes leaves everything as it is.
  ///
  /// - Parameters:
  ///   - prompt: The open prompt.
  ///   - key: The key.
  ///   - isQuiet: Whether no other key came for a while, so that this one is meant.
  /// - Returns: The effects to carry out, in order.
  mutating func answer(_ prompt: Prompt, with key: Key, isQuiet: Bool) -> [Effect] {
    switch prompt.stage {
    case .open(let review, .keys(let form)):
      return fill(form, of: prompt, about: review, by: key)
    case .open(_, .consent): break
    // Pressed by somebody who had not seen the question.
    case .reading, .unseen: return key.isRefusal ? cancelPrompt(.refused) : []
    }
    let plan = prompt.plan(in: configuration)
    switch (plan?.challenge, key) {
    case (.some, _) where prompt.choosesObjects(key, in: configuration):
      chooseOtherObjects(in: prompt)
    case (.yes, .character("y")), (.yes, .character("н")), (.yes, .character("ｙ")):
      return isQuiet
        ? confirm(prompt, plan?.consent(to: .typed("y"), number: prompt.request)) : putOff()
    case (.number, .enter) where !prompt.typed.isEmpty,
      (.profile, .enter) where !prompt.typed.isEmpty:
      return confirm(prompt, plan?.consent(to: .typed(prompt.typed), number: prompt.request))
    case (.number, .backspace) where !prompt.typed.isEmpty,
      (.profile, .backspace) where !prompt.typed.isEmpty:
      var edited = prompt
      edited.typed = String(prompt.typed.dropLast())
      layer = .prompt(edited)
    case (.some(let challenge), .character(let character))
    where challenge.takes(character, after: prompt.typed):
      return prompt.hasBegun || isQuiet ? type(character, into: prompt) : putOff()
    default: return cancelPrompt(key.isRefusal || plan == nil ? .refused : .otherKey)
    }
    return []
  }

  /// Leaves the question open for an answer that came too soon after another key.
  private mutating func putOff() -> [Effect] {
    notice = Notice(.info, configuration.tongue.tooSoon)
    return []
  }

  private mutating func type(_ character: Character, into prompt: Prompt) -> [Effect] {
    var edited = prompt
    edited.hasBegun = true
    edited.typed = String((prompt.typed + String(character)).prefix(64))
    layer = .prompt(edited)
    return []
  }
}

extension Key {
  /// Whether it is a no, to any question.
  fileprivate var isRefusal: Bool {
    [.escape, .enter, .character("n"), .character("q")].contains(self)
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
