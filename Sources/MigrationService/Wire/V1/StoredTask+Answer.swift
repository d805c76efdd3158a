import FoundationEssentials
import Migration
import OMSWire

extension StoredTask {
  /// The JSON of ``answer(at:)``, which is the same at every moment while the task does not move.
  func answerBytes(at now: Date) -> [UInt8] {
    WireForm.task(in: .v1).bytes(of: answer(at: now))
  }

  /// The task as v1 answers it, as it is at `now`.
  func answer(at now: Date) -> AnsweredTask {
    // v1 knows no stopping: such a task still runs.
    var answer = MigrationTask(id: id, name: name, state: state.isMoving ? .running : state)
    answer.kind = definition.kind
    answer.source = definition.source
    answer.destination = definition.destination
    answer.progress = fraction
    answer.speed = ByteRate(rawValue: state.isMoving ? progress.speed : 0)
    answer.completedBytes = ByteCount(rawValue: progress.completedBytes)
    answer.totalBytes = ByteCount(rawValue: progress.totalBytes)
    answer.objects = progress.objects
    answer.isScanned = progress.isScanned
    answer.startedAt = run.firstBegan
    answer.elapsed = elapsed(at: now)
    answer.timeLeft = timeLeft
    answer.settings = settings
    answer.outcome = outcome
    return AnsweredTask(answer, realSize: ByteCount(rawValue: progress.realBytes))
  }

  private var settings: TaskSettings {
    var settings = TaskSettings()
    let shown = definition.shown
    settings.description = definition.description
    settings.bandwidth = definition.bandwidth
    settings.changedSince = definition.changedSince
    settings.threads = definition.threads
    settings.isEncrypted = shown.isEncrypted
    settings.restoresArchived = shown.restoresArchived
    settings.recordsFailedObjects = shown.recordsFailures
    settings.sourceDomain = shown.customDomain.map {
      SourceDomain(
        domain: $0.domain, scheme: $0.protocolName, authentication: $0.authentication)
    }
    return settings
  }

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
    if let topic = definition.shown.topic, state == .failed || state == .succeeded {
      // This service has nobody to send a notification to, and says so.
      outcome.notification = NotificationOutcome(
        isDelivered: false, errorCode: "OMS.0156", topic: topic)
    }
    return outcome
  }
}
