import FoundationEssentials
import TestSupport

@testable import Migration
@testable import OMSWire

/// Values as they can stand on the wire.
extension Generator {
  mutating func flag() -> Bool { Bool.random(using: &self) }

  mutating func count() -> Int64 {
    flag() ? Int64.random(in: 0...100, using: &self) : Int64.random(in: 0 ... .max, using: &self)
  }

  /// A text that says something, now and then with what a text can be full of.
  mutating func word() -> String {
    let words = ["a", "photos/2024", "a longer name of a bucket", "照片", "\"q\"\\", "\u{1}", "é/😀"]
    return (words.randomElement(using: &self) ?? "") + String(count() % 100)
  }

  mutating func optional<Value>(_ make: (inout Generator) -> Value) -> Value? {
    flag() ? make(&self) : nil
  }

  /// An instant after the ones whose milliseconds could be taken for seconds.
  mutating func date() -> Date {
    Date(
      timeIntervalSince1970: Double(Int64.random(in: 1_000_000_000...4_000_000_000, using: &self)))
  }

  mutating func duration() -> Duration {
    .milliseconds(Int64.random(in: 1...1_000_000_000_000, using: &self))
  }

  mutating func location(keyCount: ClosedRange<Int>) -> StorageLocation {
    let keyCount = Int.random(in: keyCount, using: &self)
    return StorageLocation(
      provider: flag() ? "Aliyun" : word(), region: word(), bucket: word(),
      keys: (0..<keyCount).map { _ in word() })
  }

  mutating func settings() -> TaskSettings {
    var settings = TaskSettings()
    settings.description = flag() ? "" : word()
    settings.bandwidth = (0..<Int.random(in: 0...2, using: &self)).map { _ in
      BandwidthWindow(start: "00:00", end: word(), maxBandwidth: ByteRate(rawValue: count()))
    }
    settings.changedSince = optional { $0.date() }
    settings.threads = optional { Int($0.count()) }
    settings.isEncrypted = optional { $0.flag() }
    settings.restoresArchived = optional { $0.flag() }
    settings.movesMetadata = optional { $0.flag() }
    settings.recordsFailedObjects = optional { $0.flag() }
    settings.requesterPays = optional { $0.flag() }
    settings.overwriteMode = optional { $0.word() }
    settings.storageClass = optional { $0.word() }
    settings.consistencyCheck = optional { $0.word() }
    settings.priority = optional { $0.word() }
    settings.appID = optional { $0.word() }
    settings.sourceDomain = optional {
      SourceDomain(domain: $0.word(), scheme: $0.word(), authentication: $0.word())
    }
    return settings
  }

  mutating func outcome() -> TaskOutcome {
    var outcome = TaskOutcome()
    outcome.failure = optional { TaskFailure(code: $0.word(), message: $0.word()) }
    outcome.failedObjects = optional { random in
      FailedObjectList(
        canRetry: random.flag(), key: random.word(), errorCode: random.optional { $0.word() })
    }
    outcome.notification = optional {
      NotificationOutcome(isDelivered: $0.flag(), errorCode: $0.word(), topic: $0.word())
    }
    outcome.succeededListError = optional { $0.word() }
    outcome.skippedListError = optional { $0.word() }
    return outcome
  }

  mutating func answeredTask(in dialect: TaskDialect) -> AnsweredTask {
    var task = MigrationTask(
      id: TaskID(rawValue: count()), name: word(),
      state: TaskState(code: Int.random(in: -1...9, using: &self)))
    task.kind = TaskKind.allCases.randomElement(using: &self) ?? .object
    task.source = location(keyCount: 0...3)
    task.destination = location(keyCount: 0...1)
    // v2 does not say where a destination is.
    if dialect != .v1 { task.destination.provider = "" }
    task.progress = Double.random(in: 0...1, using: &self)
    task.speed = ByteRate(rawValue: count())
    task.completedBytes = ByteCount(rawValue: count())
    task.totalBytes = ByteCount(rawValue: count())
    task.objects = ObjectCounts(
      total: count(), succeeded: count(), failed: count(), skipped: count())
    task.isScanned = optional { $0.flag() }
    task.startedAt = optional { $0.date() }
    task.elapsed = optional { $0.duration() }
    task.timeLeft = optional { $0.duration() }
    task.groupID = optional { TaskGroupID(rawValue: $0.word()) }
    var settings = settings()
    settings.listFile = optional { random in
      ListFile(bucket: random.word(), key: random.word(), count: random.optional { $0.word() })
    }
    task.settings = settings
    var outcome = outcome()
    outcome.failure?.toldBy = dialect == .v1 ? .v1 : .v2
    task.outcome = outcome
    return AnsweredTask(task, realSize: optional { ByteCount(rawValue: $0.count()) })
  }

  mutating func group() -> TaskGroup {
    var group = TaskGroup(
      id: TaskGroupID(rawValue: word()),
      state: TaskGroupState(code: Int.random(in: -1...11, using: &self)))
    group.kind = [TaskKind.prefix, .list, .urlList].randomElement(using: &self) ?? .prefix
    group.source = location(keyCount: 0...3)
    group.destination = location(keyCount: 0...1)
    group.destination.provider = ""
    group.speed = ByteRate(rawValue: count())
    group.completedBytes = ByteCount(rawValue: count())
    group.totalBytes = ByteCount(rawValue: count())
    group.objects = ObjectCounts(
      total: count(), succeeded: count(), failed: count(), skipped: count())
    group.plannedObjects = count()
    group.plannedBytes = ByteCount(rawValue: count())
    group.tasks.total = count()
    group.tasks.created = count()
    group.tasks.waiting = count()
    group.tasks.running = count()
    group.tasks.stopped = count()
    group.tasks.failed = count()
    group.tasks.succeeded = count()
    group.startedAt = optional { $0.date() }
    group.elapsed = optional { $0.duration() }
    group.settings = settings()
    group.outcome = outcome()
    return group
  }

  mutating func synchronisationTask() -> SyncTask {
    var task = SyncTask(
      id: SyncTaskID(rawValue: word()), state: flag() ? .stopped : .unknown(word()))
    task.source = location(keyCount: 0...0)
    task.destination = location(keyCount: 0...0)
    task.destination.provider = ""
    task.createdAt = optional { $0.date() }
    task.lastStartedAt = optional { $0.date() }
    task.settings = settings()
    task.month = optional { random in
      let (succeeded, failed, skipped) = (random.count(), random.count(), random.count())
      return SyncTask.Month(
        requests: random.count(),
        objects: ObjectCounts(
          total: succeeded &+ failed &+ skipped, succeeded: succeeded, failed: failed,
          skipped: skipped),
        bytes: ByteCount(rawValue: random.count()))
    }
    return task
  }

  mutating func version() -> APIVersion {
    APIVersion(id: word(), status: word(), updated: word(), link: optional { $0.word() })
  }

  mutating func region() -> StorageRegion { StorageRegion(id: word(), name: word()) }
}
