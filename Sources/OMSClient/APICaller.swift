import Migration
import OMSWire

/// Sends calls of one version of the API and reads the answers.
struct APICaller: Sendable {
  let transport: HTTPTransport
  /// What kind of answers is expected, for what the user reads.
  let kind: CallFault.AnswerKind

  /// The answer to a GET, in the form `answer`.
  func get<Answer>(
    _ answer: WireForm<Answer>, _ path: String, query: [(name: String, value: String)] = []
  ) async throws(APIProblem) -> Answer {
    try await reading(answer, path, query: query).value
  }

  /// The answer to a GET, in the form `answer`, with what was passed by in it.
  func reading<Answer>(
    _ answer: WireForm<Answer>, _ path: String, query: [(name: String, value: String)] = []
  ) async throws(APIProblem) -> WireReading<Answer> {
    let call = APICall(method: "GET", path: path, query: query, repeatability: .read)
    return try read(answer, in: try await send(call))
  }

  /// The answer to a call with a body, in the form `answer`.
  func ask<Answer>(
    _ answer: WireForm<Answer>, _ method: String, _ path: String, body: WireBody,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) -> Answer {
    let received = try await send(method, path, body: body, repeatability)
    do throws(APIProblem) {
      return try read(answer, in: received).value
    } catch {
      throw repeatability == .once ? error.withDoubt : error
    }
  }

  /// Sends a call whose answer says nothing but that it was accepted.
  func order(
    _ method: String, _ path: String, _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) {
    _ = try await send(APICall(method: method, path: path, repeatability: repeatability))
  }

  /// The same, with a body.
  func order(
    _ method: String, _ path: String, body: WireBody, _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) {
    _ = try await send(method, path, body: body, repeatability)
  }

  private func send(
    _ method: String, _ path: String, body: WireBody, _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) -> HTTPAnswer {
    try await send(
      APICall(
        method: method, path: path, body: body.bytes, secrets: body.secrets,
        repeatability: repeatability))
  }

  private func send(_ call: APICall) async throws(APIProblem) -> HTTPAnswer {
    try await CallRunner(transport: transport).answer(to: call)
  }

  private func read<Answer>(
    _ form: WireForm<Answer>, in answer: HTTPAnswer
  ) throws(APIProblem) -> WireReading<Answer> {
    do throws(WireProblem) {
      return try form.reading(of: answer.body)
    } catch {
      throw APIProblem(
        .call(transport.endpoint, .notAnAnswer(of: kind, detail: "\(error)")), kind: .unreadable,
        status: answer.status, requestID: answer.requestID)
    }
  }
}
