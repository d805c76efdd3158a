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
    if prompt.choosesObjects(key, in: configuration) {
      chooseOtherObjects(in: prompt)
      return []
    }
    guard let plan = prompt.plan(in: configuration) else { return cancelPrompt(.refused) }
    var edited = prompt
    switch edited.answer.take(key, for: plan.challenge, isQuiet: isQuiet) {
    case .given(let text):
      return confirm(prompt, plan.consent(to: .typed(text), number: prompt.request))
    case .typing: layer = .prompt(edited)
    case .tooSoon: notice = Notice(.info, configuration.tongue.tooSoon)
    case .foreign: return cancelPrompt(key.isRefusal ? .refused : .otherKey)
    }
    return []
  }
}

extension Key {
  /// Whether it is a no, to any question.
  var isRefusal: Bool {
    [.escape, .enter].contains(self) || isKey(of: "n") || isKey(of: "q")
  }
}
