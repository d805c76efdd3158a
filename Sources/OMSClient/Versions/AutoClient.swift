package import FoundationEssentials
public import Migration

/// A client that finds out at its first call which project is meant and which version of the API the
/// service speaks.
public struct AutoClient: MigrationBackend {
  private let chooser: ClientChooser

  /// A client that has asked nothing yet, and keeps nothing beyond its life.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - project: What knows the project, such as ``KnownProject``.
  ///   - credentials: What lets the caller in.
  ///   - api: The version to speak.
  ///   - deadline: How long one call may take.
  public init(
    endpoint: Endpoint, project: any ProjectSource, credentials: any CredentialSource,
    api: APIChoice = .auto, deadline: Duration = .seconds(20)
  ) {
    self.init(
      endpoint: endpoint, project: project, credentials: credentials, api: api, memory: nil,
      refusals: nil, deadline: deadline)
  }

  /// A client that knows what earlier runs learned.
  ///
  /// - Parameters:
  ///   - endpoint: Where the service listens.
  ///   - project: What knows the project.
  ///   - credentials: What lets the caller in.
  ///   - api: The version to speak.
  ///   - memory: Which versions services speak; `nil` when nothing is to be kept.
  ///   - refusals: What is known of refused keys; `nil` when nothing is to be kept.
  ///   - deadline: How long one call may take.
  ///   - now: The clock.
  package init(
    endpoint: Endpoint, project: any ProjectSource, credentials: any CredentialSource,
    api: APIChoice, memory: VersionMemory?, refusals: RefusalMemory? = nil,
    deadline: Duration = .seconds(20), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    chooser = ClientChooser(
      endpoint: endpoint, project: project, credentials: credentials, api: api, memory: memory,
      refusals: refusals, deadline: deadline, now: now)
  }

  /// One page of the tasks, newest first, in the version that the service speaks.
  public func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    try await call { client throws(APIProblem) in try await client.list(query) }
  }

  /// How many tasks there are, in `state` or altogether.
  public func count(state: TaskState?) async throws(APIProblem) -> Int {
    try await call { client throws(APIProblem) in try await client.count(state: state) }
  }

  /// One task as it is now.
  public func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await call { client throws(APIProblem) in try await client.show(id) }
  }

  /// Makes a task, which starts by itself; sent once only.
  public func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask {
    try await call { client throws(APIProblem) in try await client.create(task) }
  }

  /// Resumes a stopped task or runs a failed one again; sent once only.
  public func start(
    _ id: TaskID, keys: TransferKeys, failedOnly: Bool
  ) async throws(APIProblem) {
    try await call { client throws(APIProblem) in
      try await client.start(id, keys: keys, failedOnly: failedOnly)
    }
  }

  /// Asks a running task to stop.
  public func stop(_ id: TaskID) async throws(APIProblem) {
    try await call { client throws(APIProblem) in try await client.stop(id) }
  }

  /// Removes a task, which must not be running.
  public func delete(_ id: TaskID) async throws(APIProblem) {
    try await call { client throws(APIProblem) in try await client.delete(id) }
  }

  /// Replaces the speed limits of a task that has not finished.
  public func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    try await call { client throws(APIProblem) in
      try await client.changeBandwidth(of: id, to: windows)
    }
  }

  /// The states that a task leaves by itself, by the version that the service speaks.
  public func activeStates() async throws(APIProblem) -> [TaskState] {
    try await call { client throws(APIProblem) in try await client.activeStates() }
  }

  /// The part of the service that knows task groups, which v2 has.
  public func groups() async throws(APIProblem) -> any TaskGroupBackend {
    try await call { client throws(APIProblem) in try await client.groups() }
  }

  /// The part of the service that knows synchronisation tasks, which v2 has.
  public func synchronisation() async throws(APIProblem) -> any SyncBackend {
    try await call { client throws(APIProblem) in try await client.synchronisation() }
  }

  /// The part of the service that looks into buckets, which v2 has.
  public func storage() async throws(APIProblem) -> any StorageBackend {
    try await call { client throws(APIProblem) in try await client.storage() }
  }

  /// Checks a task without making it, by the rules of the version that the service speaks.
  public func check(_ task: NewTask) async throws(APIProblem) -> Bool {
    try await call { client throws(APIProblem) in try await client.check(task) }
  }

  /// A page of the objects that a task could not move, where the service tells them.
  public func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]? {
    try await call { client throws(APIProblem) in
      try await client.failedObjects(of: id, start: start, limit: limit)
    }
  }

  /// The latest lines of the log of a task's run, where the service tells them.
  public func log(of id: TaskID, limit: Int) async throws(APIProblem) -> [RunLogLine]? {
    try await call { client throws(APIProblem) in try await client.log(of: id, limit: limit) }
  }

  /// Lets the client of the service's version make a call.
  ///
  /// A path that the service does not know means that nothing has happened: when another version is
  /// spoken by now, the call is made once more.
  private func call<Value>(
    _ body: (any MigrationBackend) async throws(APIProblem) -> Value
  ) async throws(APIProblem) -> Value {
    let chosen = try await chooser.chosen()
    do {
      let value = try await body(chosen.client)
      if chosen.isGuess { await chooser.settle(on: chosen) }
      return value
    } catch {
      guard error.isUnknownPath, let other = try? await chooser.another(than: chosen) else {
        throw error
      }
      do {
        let value = try await body(other.client)
        await chooser.settle(on: other)
        return value
      } catch let second {
        // Neither version is known there: what was said of the first one is the whole story.
        throw second.isUnknownPath ? error : second
      }
    }
  }
}

extension APIProblem {
  /// Whether there is no such call at this address, whatever the call was about.
  var isUnknownPath: Bool {
    code.map { ["APIGW.0101", "APIG.0101"].contains($0) } ?? (status == 404)
  }
}
