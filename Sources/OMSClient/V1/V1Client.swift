public import Migration
import OMSWire

/// OMS API v1, over the wire.
public struct V1Client: MigrationBackend {
  private let caller: APICaller
  private let project: String
  private let collection: String

  /// A client.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - projectID: The project whose tasks are meant.
  ///   - credentials: What lets the caller in.
  ///   - deadline: How long one call may take.
  public init(
    endpoint: Endpoint, projectID: String, credentials: Credentials,
    deadline: Duration = .seconds(20)
  ) {
    self.init(
      transport: HTTPTransport(
        endpoint: endpoint, credentials: credentials, projectID: projectID, deadline: deadline))
  }

  /// A client that sends its calls through `transport`.
  init(transport: HTTPTransport) {
    caller = APICaller(transport: transport, kind: .v1)
    let id = PercentEncoding.encoded(transport.projectID)
    project = "/v1/\(id)/objectstorage"
    collection = "\(project)/task"
  }

  /// `GET …/task`: one page, newest first; group and name of the query are unknown to v1 and left out.
  public func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    var items = [
      (name: "start", value: String(query.start)), (name: "limit", value: String(query.limit)),
    ]
    if let state = query.state { items.append(("state", String(state.code))) }
    return TaskPage(try await caller.reading(.tasks(in: .v1), collection, query: items))
  }

  /// `GET …/task?totalcount=true`: the count alone.
  public func count(state: TaskState?) async throws(APIProblem) -> Int {
    var items = [(name: "totalcount", value: "true")]
    if let state { items.append(("state", String(state.code))) }
    return try await caller.get(.count, collection, query: items)
  }

  /// `GET …/task/{id}`: one task as it is now.
  public func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await caller.get(.task(in: .v1), path(of: id)).task
  }

  /// `POST …/task`: makes a task, which starts by itself; sent once only.
  public func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    try await caller.ask(
      .created, "POST", collection, body: .creation(of: task, in: .v1), .once)
  }

  /// `POST /local/v1/…/creation-checks`, which Ferry's own service has: checks a task without making
  /// it.
  public func check(_ task: NewTask) async throws(APIProblem) -> Bool {
    try CreationRules.check(task, in: .v1)
    return try await caller.check(task, in: .v1)
  }

  /// `GET /local/v1/…/task/{id}/failed-objects`, which Ferry's own service has.
  public func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]? {
    try await caller.failedObjects(of: id, start: start, limit: limit)
  }

  /// `GET /local/v1/…/task/{id}/log`, which Ferry's own service has.
  public func log(of id: TaskID, limit: Int) async throws(APIProblem) -> [RunLogLine]? {
    try await caller.log(of: id, limit: limit)
  }

  /// `PUT …/task/{id}` with `start`: runs a stopped or failed task again; sent once only.
  public func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    // A second start could run a task again that has ended meanwhile.
    try await caller.order(
      "PUT", path(of: id), body: .start(.v1, with: keys, failedOnly: failedOnly), .once)
  }

  /// `PUT …/task/{id}` with `stop`: asks a running task to stop.
  public func stop(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id), body: .stopInV1, .idempotent)
  }

  /// `DELETE …/task/{id}`: removes a task, which must not be running.
  public func delete(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  /// `PUT …/task/{id}` with a bandwidth policy, which replaces the one it has.
  public func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await caller.order("PUT", path(of: id), body: .bandwidthInV1(windows), .idempotent)
  }

  /// The most tasks of an account that may run at the same time.
  ///
  /// - Parameter account: The id of the account, which is not the one of a project.
  /// - Returns: The number, by the account's quota.
  /// - Throws: `APIProblem`.
  public func mostRunningTasks(ofAccount account: String) async throws(APIProblem) -> Int {
    let path = "/v1/\(PercentEncoding.encoded(account))/objectstorage/quotas"
    return try await caller.get(.quota, path)
  }

  /// The versions of the API that the service speaks, as v1 lists them.
  ///
  /// - Parameter name: Only this version, such as `v1.0`; `nil` asks for all.
  /// - Returns: The versions.
  /// - Throws: `APIProblem`; of kind `APIProblem.Kind.invalid` when there is no such version.
  public func versions(named name: String? = nil) async throws(APIProblem) -> APIVersions {
    let query = name.map { [(name: "version", value: $0)] } ?? []
    return try await caller.get(.versions(), "\(project)/version", query: query)
  }

  private func path(of id: TaskID) -> String { "\(collection)/\(id)" }
}
