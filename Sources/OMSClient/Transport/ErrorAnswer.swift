import FoundationEssentials
import Migration
import OMSWire

/// Reads what a service or the gateway in front of it answers when it refuses.
struct ErrorAnswer {
  /// Who was asked.
  package var endpoint: Endpoint
  /// Texts that a gateway could quote and nobody may see.
  var secrets: [Secret] = []
  /// The date by our clock.
  package var date = Date()
  /// How far the signature's date was ahead of that.
  var correction = Duration.zero

  /// The problem that an answer of `endpoint` tells of.
  package static func problem(from answer: HTTPAnswer, endpoint: Endpoint) -> APIProblem {
    ErrorAnswer(endpoint: endpoint).failure(from: answer).problem
  }

  /// What an answer whose status is none of success means.
  func failure(from answer: HTTPAnswer) -> CallFailure {
    let body = try? WireForm.refusal.value(in: answer.body)
    let words = body?.message ?? plainText(of: answer)
    // Judged as it came: a secret as short as a word could hide what the answer means.
    let meaning = ErrorCatalogue.meaning(code: body?.code, message: words, status: answer.status)
    let code = body?.code.map { ServiceCode.isCode($0) ? $0 : bounded($0, 40) }
    let message = bounded(words, 500)
    let retryAfter = RetryAfter.pause(answer.retryAfter, now: date)
    let difference = answer.clockDifference(from: date)
    let fact =
      meaning.refusal == .expired
      ? .expired(clock: difference) : redirection(of: answer) ?? .refused(meaning.reason)
    var problem = APIProblem(
      fact, kind: meaning.kind, code: code, message: message, status: answer.status,
      requestID: (body?.requestID ?? answer.requestID).map { bounded($0, 100) })
    problem.pause = retryAfter
    var failure = CallFailure(problem: problem, arrival: .answered, advice: meaning.repeat)
    failure.leavesDoubt = meaning.leavesDoubt(status: answer.status)
    failure.refusal = meaning.refusal
    failure.retryAfter = retryAfter
    failure.clockDifference = difference
    failure.repair = meaning.refusal?.repair(clockError: difference.map { $0 - correction })
    // Too large for now, then, rather than for ever.
    if answer.status == 413, retryAfter != nil { failure.advice = .wait }
    return failure
  }

  private func redirection(of answer: HTTPAnswer) -> Fact? {
    guard (300..<400).contains(answer.status), let target = answer.location else { return nil }
    return .redirected(from: endpoint, to: bounded(target, 100))
  }

  private func plainText(of answer: HTTPAnswer) -> String {
    let isMarkup = answer.contentType?.lowercased().contains("html") == true
    return isMarkup ? "" : bounded(String(decoding: answer.body.prefix(65_536), as: UTF8.self), 200)
  }

  // Counted in scalars, as one character can be made of any number of them.
  private func bounded(_ text: String, _ length: Int) -> String {
    var hidden = text
    for secret in secrets where !secret.isEmpty {
      hidden = hidden.replacing(secret.reveal(), with: secret.description)
    }
    return String(String.UnicodeScalarView(hidden.unicodeScalars.prefix(length)))
  }
}
