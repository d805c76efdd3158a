import FoundationEssentials

/// OMS API v1, over the wire.
package struct V1Client: MigrationBackend {
  private let transport: HTTPTransport
  private let collection: String

  /// A client.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - projectID: The project whose tasks are meant.
  ///   - credentials: What lets the caller in.
  ///   - deadline: How long one call may take.
  package init(
    endpoint: Endpoint, projectID: String, credentials: Credentials,
    deadline: Duration = .seconds(20)
  ) {
    transport = HTTPTransport(
      endpoint: endpoint, credentials: credentials, projectID: projectID, deadline: deadline)
    collection = "/v1/\(CanonicalRequest.encoded(projectID))/objectstorage/task"
  }

  package func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    var items = [
      (name: "start", value: String(query.start)), (name: "limit", value: String(query.limit)),
    ]
    if let state = query.state { items.append(("state", String(state.code))) }
    return try await get(V1Page.self, collection, query: items).page
  }

  package func count(state: TaskState?) async throws(APIProblem) -> Int {
    var items = [(name: "totalcount", value: "true")]
    if let state { items.append(("state", String(state.code))) }
    return try await get(V1Count.self, collection, query: items).taskcount
  }

  package func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await get(V1Task.self, path(of: id)).task
  }

  package func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    let answer = try await call("POST", collection, body: encode(V1Create(task: task)))
    return try decode(V1Created.self, from: answer).created
  }

  package func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    let operation = V1Operation.start(keys, failedOnly: failedOnly)
    _ = try await call("PUT", path(of: id), body: encode(operation))
  }

  package func stop(_ id: TaskID) async throws(APIProblem) {
    _ = try await call("PUT", path(of: id), body: encode(V1Operation.stop))
  }

  package func delete(_ id: TaskID) async throws(APIProblem) {
    _ = try await call("DELETE", path(of: id))
  }

  private func path(of id: TaskID) -> String { "\(collection)/\(id)" }

  private func get<Answer: Decodable>(
    _ type: Answer.Type, _ path: String, query: [(name: String, value: String)] = []
  ) async throws(APIProblem) -> Answer {
    try decode(type, from: try await call("GET", path, query: query))
  }

  private func call(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) async throws(APIProblem) -> HTTPAnswer {
    let answer = try await transport.send(method, path, query: query, body: body)
    guard (200..<300).contains(answer.status) else {
      throw ErrorAnswer.problem(from: answer, endpoint: transport.endpoint)
    }
    return answer
  }

  private func decode<Answer: Decodable>(
    _ type: Answer.Type, from answer: HTTPAnswer
  ) throws(APIProblem) -> Answer {
    do {
      return try JSONDecoder().decode(type, from: Data(answer.body))
    } catch {
      throw APIProblem(
        kind: .unreadable, status: answer.status, requestID: answer.requestID,
        sentence: "\(transport.endpoint) answered with something that is not a v1 answer "
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
