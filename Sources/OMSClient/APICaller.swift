import FoundationEssentials
import Migration
import OMSWire

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
  package func ask<Answer: Decodable>(
    _ type: Answer.Type, _ method: String, _ path: String, body: some Encodable,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) -> Answer {
    let answer = try await send(method, path, body: body, repeatability)
    do throws(APIProblem) {
      return try decode(type, from: answer)
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
    _ method: String, _ path: String, body: some Encodable,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) {
    _ = try await send(method, path, body: body, repeatability)
  }

  private func send(
    _ method: String, _ path: String, body: some Encodable,
    _ repeatability: APICall.Repeatability
  ) async throws(APIProblem) -> HTTPAnswer {
    try await send(
      APICall(
        method: method, path: path, body: try encode(body),
        secrets: (body as? any SecretBearing)?.secrets ?? [], repeatability: repeatability))
  }

  private func send(_ call: APICall) async throws(APIProblem) -> HTTPAnswer {
    try await CallRunner(transport: transport).answer(to: call)
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
