/// OMS API v1, over the wire.
package struct V1Client: MigrationBackend {
  private let caller: APICaller
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
    self.init(
      transport: HTTPTransport(
        endpoint: endpoint, credentials: credentials, projectID: projectID, deadline: deadline))
  }

  /// A client that sends its calls through `transport`.
  init(transport: HTTPTransport) {
    caller = APICaller(transport: transport, version: "v1")
    let projectID = transport.projectID
    collection = "/v1/\(CanonicalRequest.encoded(projectID))/objectstorage/task"
  }

  package func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    var items = [
      (name: "start", value: String(query.start)), (name: "limit", value: String(query.limit)),
    ]
    if let state = query.state { items.append(("state", String(state.code))) }
    return try await caller.get(V1Page.self, collection, query: items).page
  }

  package func count(state: TaskState?) async throws(APIProblem) -> Int {
    var items = [(name: "totalcount", value: "true")]
    if let state { items.append(("state", String(state.code))) }
    return try await caller.get(V1Count.self, collection, query: items).taskcount
  }

  package func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await caller.get(V1Task.self, path(of: id)).task
  }

  package func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    try await caller.ask(
      V1Created.self, "POST", collection, body: V1Create(task: task), .once
    ).created
  }

  package func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    // A second start could run a task again that has ended meanwhile.
    try await caller.order(
      "PUT", path(of: id), body: V1Operation.start(keys, failedOnly: failedOnly), .once)
  }

  package func stop(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id), body: V1Operation.stop, .idempotent)
  }

  package func delete(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  package func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await caller.order(
      "PUT", path(of: id), body: V1Operation.changeBandwidth(windows), .idempotent)
  }

  private func path(of id: TaskID) -> String { "\(collection)/\(id)" }
}
