import FoundationEssentials

/// Reads what a service or the gateway in front of it answers when it refuses.
enum ErrorAnswer {
  static func problem(from answer: HTTPAnswer, endpoint: Endpoint) -> APIProblem {
    let body = try? JSONReader.decode(ErrorBody.self, from: answer.body)
    let code = body?.code
    let message = String((body?.message ?? plainText(of: answer)).prefix(500))
    let meaning = ErrorCatalogue.meaning(
      code: code, message: message, status: answer.status, serverDate: answer.date)
    return APIProblem(
      kind: meaning.kind, code: code, message: message, status: answer.status,
      requestID: body?.requestID ?? answer.requestID,
      sentence: sentence(meaning.advice, code: code, message: message, answer: answer))
  }

  private static func sentence(
    _ advice: String, code: String?, message: String, answer: HTTPAnswer
  ) -> String {
    let origin = code ?? "HTTP \(answer.status)"
    // A gateway quotes the whole canonical request; the code and the advice say as much.
    let words = message.isEmpty ? "" : " \(message.prefix(160))"
    return "\(advice) [\(origin)\(words)]"
  }

  private static func plainText(of answer: HTTPAnswer) -> String {
    let isMarkup = answer.contentType?.contains("html") == true
    return isMarkup ? "" : String(decoding: answer.body.prefix(200), as: UTF8.self)
  }
}

/// An error body in any of the shapes that services, the gateway and the identity service use.
private struct ErrorBody: Decodable {
  var code: String?
  var message: String?
  var requestID: String?

  private enum CodingKeys: String, CodingKey {
    case errorCode = "error_code"
    case errorMessage = "error_msg"
    case errorCodeCamel = "errorCode"
    case errorMessageCamel = "errorMsg"
    case code, message, error
    case requestID = "request_id"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let codes: [CodingKeys] = [.errorCode, .errorCodeCamel, .code]
    let messages: [CodingKeys] = [.errorMessage, .errorMessageCamel, .message]
    code = codes.lazy.compactMap { Self.text(container, $0) }.first
    message = messages.lazy.compactMap { Self.text(container, $0) }.first
    requestID = container.lenient(.requestID)
    if code == nil, let nested: ErrorBody = container.lenient(.error) { self = nested }
  }

  private static func text(
    _ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
  ) -> String? {
    container.lenient(String.self, key) ?? container.integer(key).map(String.init)
  }
}
