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
    switch form.take(key) {
    case .complete: return askForConsent(with: form.keys ?? [:], about: review, by: prompt)
    case .gap: notice = Notice(.info, configuration.tongue.words(ScreenTalk.missing(form.field)))
    case .refused: return cancelPrompt(.refused)
    case .foreign: return []
    case .edited: break
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
