import FoundationEssentials
import Migration
import OMSWire

extension StoredTask {
  /// The JSON of ``answer(in:at:)``, which is the same at every moment while the task does not move.
  func answerBytes(in version: APIGeneration, at now: Date) -> [UInt8] {
    let form: WireForm<AnsweredTask> = version == .v1 ? .task(in: .v1) : .task(in: .v2)
    return form.bytes(of: answer(in: version, at: now))
  }

  /// The task as a version answers it, as it is at `now`.
  func answer(in version: APIGeneration, at now: Date) -> AnsweredTask {
    // v1 knows no stopping: such a task still runs.
    let shown = version == .v1 && state.isMoving ? .running : state
    var answer = MigrationTask(id: id, name: name, state: shown)
    answer.kind = definition.kind
    answer.source = definition.source
    answer.destination = definition.destination
    answer.progress = fraction
    answer.speed = ByteRate(rawValue: speed)
    answer.completedBytes = ByteCount(rawValue: progress.completedBytes)
    answer.totalBytes = ByteCount(rawValue: progress.totalBytes)
    answer.objects = progress.objects
    answer.isScanned = progress.isScanned
    answer.startedAt = run.firstBegan
    answer.elapsed = elapsed(at: now)
    answer.timeLeft = timeLeft
    answer.settings = definition.settings(in: version == .v1 ? .v1 : .v2)
    answer.outcome = outcome
    if version == .v2 { answer.groupID = group }
    return AnsweredTask(answer, realSize: ByteCount(rawValue: progress.realBytes))
  }

  /// Bytes a second; nothing unless it moves.
  var speed: Int64 { state.isMoving ? progress.speed : 0 }

  private var outcome: TaskOutcome {
    var outcome = TaskOutcome()
    if state == .failed {
      outcome.failure = failure
      outcome.failedObjects =
        unmoved.failed > 0
        ? FailedObjectList(canRetry: true, key: "")
        : FailedObjectList(
          canRetry: false, key: "", errorCode: ErrorCatalogue.refusal(for: .noFailedList).code)
    }
    if state == .failed || state == .succeeded {
      outcome.notification = notification
    }
    return outcome
  }
}

extension TaskDefinition {
  /// What was chosen, as answers of `dialect` have it.
  func settings(in dialect: TaskDialect) -> TaskSettings {
    var settings = TaskSettings()
    settings.description = description
    settings.bandwidth = bandwidth
    settings.changedSince = changedSince
    settings.isEncrypted = shown.isEncrypted
    settings.restoresArchived = shown.restoresArchived
    settings.recordsFailedObjects = shown.recordsFailures
    settings.appID = shown.appID
    settings.listFile = listFile
    settings.sourceDomain = shown.customDomain.map {
      SourceDomain(
        domain: $0.domain, scheme: $0.protocolName, authentication: $0.authentication)
    }
    guard !dialect.isFirst else {
      settings.threads = threads
      return settings
    }
    settings.movesMetadata = choices.movesMetadata
    settings.requesterPays = choices.requesterPays
    settings.overwriteMode = choices.overwriteMode
    settings.storageClass = choices.storageClass
    settings.consistencyCheck = choices.consistencyCheck
    if dialect == .v2 { settings.priority = choices.priority.rawValue }
    return settings
  }
}
