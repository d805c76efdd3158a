/// What can be asked of a migration service, whichever version of the API it speaks.
///
/// Every call has a deadline of its own, ends early when its Swift task is cancelled (with a problem
/// of kind ``APIProblem/Kind/cancelled``) and throws nothing but ``APIProblem``.
public protocol MigrationBackend: Sendable {
  /// One page of the tasks, newest first.
  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage

  /// How many tasks there are, in `state` or altogether.
  func count(state: TaskState?) async throws(APIProblem) -> Int

  /// One task as it is now.
  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask

  /// Makes a task, which starts by itself. Never repeated blindly: a second task could result.
  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask

  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - keys: The keys for both sides, which the service asks for each time.
  ///   - failedOnly: Whether only the objects that failed are run again.
  /// - Throws: ``APIProblem``.
  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem)

  /// Asks a running task to stop. It has stopped when ``show(_:)`` says so, not before.
  func stop(_ id: TaskID) async throws(APIProblem)

  /// Removes a task, which must not be running.
  func delete(_ id: TaskID) async throws(APIProblem)

  /// Replaces the speed limits of a task that has not finished; none means no limit.
  func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem)

  /// The states that a task leaves by itself and that a list can be asked for, the commonest first.
  func activeStates() async throws(APIProblem) -> [TaskState]

  /// The part of the service that knows task groups.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when this version of the API has
  ///   none.
  func groups() async throws(APIProblem) -> any TaskGroupBackend

  /// The part of the service that knows synchronisation tasks.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when this version of the API has
  ///   none.
  func synchronisation() async throws(APIProblem) -> any SyncBackend

  /// The part of the service that looks into buckets.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when this version of the API has
  ///   none.
  func storage() async throws(APIProblem) -> any StorageBackend

  /// Checks a task without making it, as far as this version of the API has rules for it and the
  /// service offers to check. No secret of the task is sent.
  ///
  /// - Returns: Whether the service itself has checked it, its quotas included.
  /// - Throws: ``APIProblem``, as ``create(_:)`` would.
  func check(_ task: NewTask) async throws(APIProblem) -> Bool

  /// A page of the objects that a task could not move in its last run, each with the reason.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - start: How many to pass over.
  ///   - limit: The most to answer, 1 to 100.
  /// - Returns: The objects; `nil` when this service does not tell them one by one.
  /// - Throws: ``APIProblem``.
  func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]?

  /// The latest lines of the log of a task's run, newest first.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - limit: The most to answer, 1 to 100.
  /// - Returns: The lines; `nil` when this service has none to tell of.
  /// - Throws: ``APIProblem``.
  func log(of id: TaskID, limit: Int) async throws(APIProblem) -> [RunLogLine]?
}

extension MigrationBackend {
  /// Those that v1 can be asked for.
  public func activeStates() async throws(APIProblem) -> [TaskState] {
    [.running, .waiting, .initialising]
  }

  /// None, as in v1.
  public func groups() async throws(APIProblem) -> any TaskGroupBackend {
    throw APIProblem(.noGroups, kind: .invalid)
  }

  /// None, as in v1.
  public func synchronisation() async throws(APIProblem) -> any SyncBackend {
    throw APIProblem(.noSynchronisation, kind: .invalid)
  }

  /// None, as in v1.
  public func storage() async throws(APIProblem) -> any StorageBackend {
    throw APIProblem(.noStorageQuestions, kind: .invalid)
  }

  /// Checks what no service takes.
  public func check(_ task: NewTask) async throws(APIProblem) -> Bool {
    try task.check()
    return false
  }

  /// Does not tell them, as OMS has no call for it.
  public func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]? {
    nil
  }

  /// Has none, as OMS has no call for it.
  public func log(of id: TaskID, limit: Int) async throws(APIProblem) -> [RunLogLine]? { nil }
}
