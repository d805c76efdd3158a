import FoundationEssentials

/// A call of the API, before it is signed.
struct APICall: Sendable {
  /// Whether a call may be sent again when it is not known what became of it.
  enum Repeatability: Sendable {
    /// It reads only.
    case read
    /// It asks for a state, such as "stopped" or "gone"; twice is as good as once.
    case idempotent
    /// A second one could do something a second time, such as make another task.
    case once
  }

  /// The HTTP method.
  var method: String
  /// The path below the endpoint, encoded.
  var path: String
  /// Names and values, decoded.
  var query: [(name: String, value: String)] = []
  /// JSON, or nothing.
  var body: [UInt8] = []
  /// Whether it may be sent again.
  var repeatability: Repeatability
}

/// Sends calls of one version of the API and reads the answers.
struct APICaller: Sendable {
  let transport: HTTPTransport
  /// The version, for what the user reads.
  let version: String

  /// The answer to a GET, as `Answer`.
  func get<Answer: Decodable>(
    _ type: Answer.Type, _ path: String, query: [(name: String, value: String)] = []
  ) async throws(APIProblem) -> Answer {
    let call = APICall(method: "GET", path: path, query: query, repeatability: .read)
    return try decode(type, from: try await send(call))
  }

  /// The answer to a call with a body, as `Answer`.
  func ask<Answer: Decodable>(
    _ type: Answer.Type, _ method: String, _ path: String, body: some Encodable,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) -> Answer {
    let call = APICall(
      method: method, path: path, body: try encode(body), repeatability: repeatability)
    return try decode(type, from: try await send(call))
  }

  /// Sends a call whose answer says nothing but that it was accepted.
  func order(
    _ method: String, _ path: String, _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) {
    _ = try await send(APICall(method: method, path: path, repeatability: repeatability))
  }

  /// The same, with a body.
  func order(
    _ method: String, _ path: String, body: some Encodable,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) {
    _ = try await send(
      APICall(method: method, path: path, body: try encode(body), repeatability: repeatability))
  }

  /// Sends one call.
  ///
  /// - Returns: The answer, whose status is one of success.
  /// - Throws: ``APIProblem``, also for every answer that is none of success.
  private func send(_ call: APICall) async throws(APIProblem) -> HTTPAnswer {
    let answer = try await transport.send(
      call.method, call.path, query: call.query, body: call.body)
    guard (200..<300).contains(answer.status) else {
      throw ErrorAnswer.problem(from: answer, endpoint: transport.endpoint)
    }
    return answer
  }

  private func decode<Answer: Decodable>(
    _ type: Answer.Type, from answer: HTTPAnswer
  ) throws(APIProblem) -> Answer {
    do {
      return try JSONReader.decode(type, from: answer.body)
    } catch {
      throw APIProblem(
        kind: .unreadable, status: answer.status, requestID: answer.requestID,
        sentence: "\(transport.endpoint) answered with something that is not a \(version) answer "
          + "(\(DecodingSummary.text(of: error))); check the address and the API version")
    }
  }

  private func encode(_ body: some Encodable) throws(APIProblem) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(body))
    } catch {
      throw APIProblem(kind: .invalid, sentence: "the request could not be written as JSON")
    }
  }
}
