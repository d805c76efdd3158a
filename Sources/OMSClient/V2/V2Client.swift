public import Migration
import OMSWire

/// OMS API v2, over the wire.
public struct V2Client: MigrationBackend {
  let caller: APICaller
  /// The path that all resources of the project lie below.
  let project: String

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
    caller = APICaller(transport: transport, kind: .v2)
    let id = PercentEncoding.encoded(transport.projectID)
    project = "/v2/\(id)"
  }

  /// `GET …/tasks`: one page, newest first.
  public func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    var items = Self.page(start: query.start, limit: query.limit)
    if let group = query.group { items.append(("group_id", group.rawValue)) }
    if let state = query.state { items.append(("status", String(state.code))) }
    if let name = query.name { items.append(("task_name", name)) }
    return TaskPage(try await caller.reading(.tasks(in: .v2), tasks, query: items))
  }

  /// `GET …/tasks` for one task, as every list says how many there are.
  public func count(state: TaskState?) async throws(APIProblem) -> Int {
    // Every list says how many tasks pass its query; one task is the least that can be asked for.
    let page = try await list(TaskQuery(limit: 1, state: state))
    guard let total = page.total else {
      throw APIProblem(.call(caller.transport.endpoint, .noCount), kind: .unreadable)
    }
    return total
  }

  /// `GET …/tasks/{id}`: one task as it is now.
  public func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await caller.get(.task(in: .v2), path(of: id)).task
  }

  /// `POST …/tasks`: makes a task, which starts by itself; sent once only.
  public func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    try await caller.ask(.created, "POST", tasks, body: .creation(of: task, in: .v2), .once)
  }

  /// `POST …/tasks/{id}/start`: runs a stopped or failed task again; sent once only.
  public func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    // A second start could run a task again that has ended meanwhile.
    try await caller.order(
      "POST", path(of: id) + "/start", body: .start(.v2, with: keys, failedOnly: failedOnly), .once)
  }

  /// `POST …/tasks/{id}/stop`: asks a running task to stop.
  public func stop(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("POST", path(of: id) + "/stop", .idempotent)
  }

  /// `DELETE …/tasks/{id}`: removes a task, which must not be running.
  public func delete(_ id: TaskID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  /// `PUT …/tasks/{id}/bandwidth-policy`: replaces the speed limits.
  public func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await caller.order(
      "PUT", path(of: id) + "/bandwidth-policy", body: .bandwidth(windows), .idempotent)
  }

  /// Running, waiting and stopping: 0 cannot be asked for, and whether 6 can is not documented.
  public func activeStates() async throws(APIProblem) -> [TaskState] {
    [.running, .waiting, .stopping]
  }

  /// This client itself: v2 has groups.
  public func groups() async throws(APIProblem) -> any TaskGroupBackend { self }

  /// This client itself: v2 has synchronisation tasks.
  public func synchronisation() async throws(APIProblem) -> any SyncBackend { self }

  /// This client itself: v2 looks into buckets.
  public func storage() async throws(APIProblem) -> any StorageBackend { self }

  /// `POST /local/v1/…/creation-checks/v2`, which Ferry's own service has: checks a task without making
  /// it.
  public func check(_ task: NewTask) async throws(APIProblem) -> Bool {
    try CreationRules.check(task, in: .v2)
    return try await caller.check(task, in: .v2)
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

  /// Changes the speed limits, and the priority when one is given, of many tasks at once.
  ///
  /// - Parameters:
  ///   - targets: The tasks, which must not have finished.
  ///   - windows: The speed limits that replace those they have; none means no limit.
  ///   - priority: `HIGH`, `MEDIUM` or `LOW`, for tasks that wait, are stopped or failed.
  /// - Throws: `APIProblem`; how a service reports that a part could not be changed is not
  ///   documented.
  public func change(
    _ targets: BatchTargets, bandwidth windows: [BandwidthWindow], priority: String? = nil
  ) async throws(APIProblem) {
    try await caller.order(
      "POST", tasks + "/batch-update",
      body: .change(targets, bandwidth: windows, priority: priority), .idempotent)
  }

  /// The part of a query that chooses a page; both numbers count records.
  static func page(start: Int, limit: Int) -> [(name: String, value: String)] {
    [("limit", String(limit)), ("offset", String(start))]
  }

  private var tasks: String { project + "/tasks" }

  private func path(of id: TaskID) -> String { "\(tasks)/\(id)" }
}
