import Canvas
import Migration
import Words

extension State {
  /// Takes a key while the keys of the buckets are typed; no letter means anything else here.
  ///
  /// - Returns: The effects to carry out, in order.
  mutating func fill(
    _ form: KeyForm, of prompt: Prompt, about review: Review, by key: Key
  ) -> [Effect] {
    var form = form
    switch key {
    case .character(let character): form.insert(String(character))
    case .paste(let text): form.insert(text)
    case .backspace: form.deleteBackwards()
    case .control("u"): form.clear()
    case .tab, .down: form.moveFocus(by: 1)
    case .backTab, .up: form.moveFocus(by: -1)
    case .enter where !form.isAtEnd: form.moveFocus(by: 1)
    case .enter:
      if let keys = form.keys { return askForConsent(with: keys, about: review, by: prompt) }
      form.moveToGap()
      notice = Notice(.info, configuration.tongue.words(ScreenTalk.missing(form.field)))
    case .escape: return cancelPrompt(.refused)
    case .control, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .function,
      .with:
      return []
    }
    var edited = prompt
    edited.stage = .open(review, .keys(form))
    layer = .prompt(edited)
    return []
  }

  private mutating func askForConsent(
    with keys: [TaskID: TransferKeys], about review: Review, by prompt: Prompt
  ) -> [Effect] {
    var next = prompt
    // A report that the form was seen must not count for this question.
    next.request = newRequest()
    return put(.consent(keys), about: review, by: next)
  }
}
