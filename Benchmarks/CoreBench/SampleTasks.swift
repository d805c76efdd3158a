import Foundation
import Migration
import OMSWire

/// A list of tasks such as a company has after some years: each its own name, folder, times and
/// counts; some twenty buckets; a few that run, a few that failed, the rest over and well.
struct SampleTasks: Sendable {
  /// How many there are.
  let count: Int
  /// How many of them, the newest, run.
  var running = 20

  /// The task at a place of the list, the newest at 0.
  func task(at index: Int) -> MigrationTask {
    let number = count - index
    let state: TaskState = index < running ? .running : number % 31 == 0 ? .failed : .succeeded
    var task = MigrationTask(
      id: TaskID(rawValue: 179_532_705_000_000 + Int64(number)),
      name: "photos-archive-2026\(String(10_000_000 + number))_\(number % 1000)", state: state)
    task.source = StorageLocation(
      provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "photos-\(number % 20)",
      keys: ["archive/2026/\(number / 10)/\(number)/"])
    task.destination = StorageLocation(
      provider: "HuaweiCloud", region: "cn-north-4", bucket: "archive-\(number % 20)",
      keys: ["photos/\(number / 10)/"])
    task.kind = .prefix
    let bytes = Int64(number) * 7_654_321 % 987_654_321_987
    task.totalBytes = ByteCount(rawValue: bytes)
    task.objects.total = bytes / 345_678
    task.objects.failed = state == .failed ? 3 : 0
    task.objects.skipped = Int64(number % 3)
    task.objects.succeeded = task.objects.total - task.objects.failed - task.objects.skipped
    task.progress = 1
    task.completedBytes = task.totalBytes
    if state == .running {
      task.progress = 0.4375
      task.speed = ByteRate(rawValue: 87_654_321)
      task.completedBytes = ByteCount(rawValue: bytes / 16 * 7)
      task.objects.succeeded /= 2
      task.timeLeft = .seconds(1234)
    }
    task.isScanned = true
    task.startedAt = Date(timeIntervalSince1970: 1_700_000_000.125 + Double(number) * 321)
    task.elapsed = .milliseconds(1_000 + bytes / 100_000)
    task.settings.description = number % 4 == 0 ? "shoot \(number)" : ""
    task.settings.movesMetadata = true
    task.settings.recordsFailedObjects = true
    task.settings.consistencyCheck = "size_last_modified"
    task.settings.overwriteMode = "SIZE_LAST_MODIFIED_COMPARISON_OVERWRITE"
    if state == .failed {
      task.outcome.failure = TaskFailure(
        code: "TRF.0058", message: "Some objects failed to be migrated.")
      task.outcome.failedObjects = FailedObjectList(
        canRetry: true, key: "oms/failed_object_records/\(task.id)/", errorCode: nil)
    }
    return task
  }

  /// The tasks of a part of the list.
  func tasks(_ range: Range<Int>) -> [MigrationTask] {
    range.clamped(to: 0..<count).map(task)
  }
}

/// A service in memory that answers with bytes, which are read as those of a real one.
struct SampleBackend: MigrationBackend {
  let sample: SampleTasks

  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    let form = WireForm<WirePage<AnsweredTask>>.tasks(in: .v2)
    let tasks =
      query.state.map { state in
        state == .running ? sample.tasks(0..<sample.running) : []
      } ?? sample.tasks(query.start..<query.start + query.limit)
    let bytes = form.bytes(
      of: WirePage(tasks.map { AnsweredTask($0) }, total: query.state == nil ? sample.count : nil))
    do {
      return TaskPage(try form.reading(of: bytes))
    } catch {
      throw APIProblem(.unreadableEntry(reason: "\(error)"), kind: .unreadable)
    }
  }

  func count(state: TaskState?) async throws(APIProblem) -> Int { sample.count }

  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask { throw .readOnly }
  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask { throw .readOnly }
  func stop(_ id: TaskID) async throws(APIProblem) { throw .readOnly }
  func delete(_ id: TaskID) async throws(APIProblem) { throw .readOnly }

  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem) {
    throw .readOnly
  }

  func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    throw .readOnly
  }
}

extension APIProblem {
  fileprivate static let readOnly = APIProblem(
    .unreadableEntry(reason: "this service only lists"), kind: .invalid)
}
