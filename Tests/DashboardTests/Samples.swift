import TestSupport
import Canvas
import FoundationEssentials
import Words

@testable import Migration

@testable import Dashboard

/// The moment at which the tests take place.
let noon = Date(timeIntervalSince1970: 1_770_000_000)

extension Size {
  static let classic = Size(rows: 24, columns: 80)
  static let large = Size(rows: 40, columns: 120)
}

extension MigrationTask {
  /// A task with plausible numbers that follow from its id.
  static func sample(
    _ number: Int64, _ state: TaskState, name: String? = nil,
    change: (inout Self) -> Void = { _ in }
  ) -> Self {
    var task = Self(
      id: TaskID(rawValue: 191_297_407_830_000 + number), name: name ?? "task_\(number)",
      state: state)
    task.source = StorageLocation(
      provider: "AWS", region: "eu-west-1", bucket: "photos-\(number)", keys: ["2025/"])
    task.destination = StorageLocation(
      provider: "HuaweiCloud", region: "cn-north-4", bucket: "archive", keys: ["photos/"])
    task.totalBytes = ByteCount(rawValue: 6 << 30)
    task.progress = state == .succeeded ? 1 : state == .waiting ? 0 : 0.684
    task.completedBytes = ByteCount(
      rawValue: Int64(task.progress * Double(task.totalBytes.rawValue)))
    task.speed = state.isMoving ? 3_565_158 : 0
    task.objects = ObjectCounts(
      total: 2000, succeeded: Int64(task.progress * 2000), failed: state == .failed ? 12 : 0)
    task.isScanned = true
    task.timeLeft = state.isMoving ? .seconds(252) : nil
    task.startedAt = state == .waiting ? nil : noon.addingTimeInterval(-7384)
    task.elapsed = state == .waiting ? nil : .seconds(7384)
    change(&task)
    return task
  }

  /// One of each kind, newest first.
  static let samples: [Self] = [
    .sample(9, .waiting),
    .sample(8, .running, name: "nightly-photos"),
    .sample(7, .running, name: "scanning still") {
      $0.isScanned = false
      $0.progress = 0.41
    },
    .sample(6, .stopping),
    .sample(5, .stopped, name: "季度备份-华北区域"),
    .sample(4, .failed, name: "broken") {
      $0.outcome.failure = TaskFailure(
        code: "TRF.0058", message: "The source bucket denies access.")
    },
    .sample(3, .succeeded),
    .sample(2, .unknown(42)),
    .sample(1, .retrying),
  ]

  static let running = samples[1]
  static let stopped = samples[4]
  static let failed = samples[5]
  static let succeeded = samples[6]
}

extension TransferKeys {
  /// Keys for both sides of the samples.
  static let samples = Self(
    source: StorageKeys(accessKey: "AKIASOURCE", secretKey: Secret("s3cr3t/from")),
    destination: StorageKeys(accessKey: "HUAWEIDEST", secretKey: Secret("s3cr3t/onto")))

  /// The text of one field.
  func text(_ field: KeyForm.Field) -> String {
    switch field {
    case .sourceAccess: source?.accessKey ?? ""
    case .sourceSecret: source?.secretKey.reveal() ?? ""
    case .destinationAccess: destination?.accessKey ?? ""
    case .destinationSecret: destination?.secretKey.reveal() ?? ""
    }
  }
}

extension Moment {
  /// This many seconds after noon, when the dashboard of the tests opened.
  init(_ seconds: Double) {
    self.init(date: noon.addingTimeInterval(seconds), elapsed: .seconds(seconds))
  }
}

extension Event {
  /// Nobody answers.
  static func refreshFailed(
    _ problem: APIProblem, retryAt: Duration, isLoading: Bool = false
  ) -> Event {
    var snapshot = TaskSnapshot(tasks: [], moment: Moment(0), asOf: nil)
    snapshot.isLoading = isLoading
    snapshot.outage = TaskSnapshot.Outage(problem: problem, retryAt: retryAt)
    return .tasksLoaded(snapshot)
  }
}

extension TaskSnapshot {
  /// What is true at noon, or at another time.
  init(tasks: [MigrationTask], removed: Set<TaskID> = [], at seconds: Double = 0) {
    let moment = Moment(seconds)
    self.init(tasks: tasks, removed: removed, moment: moment, asOf: moment.elapsed)
  }

  /// The samples as a complete answer.
  static let samples = TaskSnapshot(tasks: MigrationTask.samples)
}

extension APIProblem {
  static let unreachable = APIProblem(
    .call(Endpoint(socket: "/run/oms.sock"), .unreachable(reason: "connection refused")),
    kind: .unreachable)
  static let denied = APIProblem(
    .refused(.requestRefused), kind: .wrongState, code: "OMS.0066", message: "not running")
}

extension [Effect] {
  /// What leaves once somebody agreed to `action` on `tasks` as they are here.
  static func acting(
    _ action: TaskAction, on tasks: [MigrationTask], keys: TransferKeys = TransferKeys(),
    request: Int, profile: String = "nightly", isProtected: Bool = false
  ) -> [Effect] {
    let previews = tasks.map { task in
      ActionPreview(action, of: TargetReading(id: task.id, outcome: .success(task)))
    }
    let plan = Plan(action, previews, on: profile, isProtected: isProtected)
    // The question has the number before the one of what was agreed to.
    let consent = plan?.consent(to: .beforehand(profile: profile), number: request - 1)
    return [consent].compactMap { consent in
      let all = keys == TransferKeys() ? [] : tasks.map { ($0.id, keys) }
      return consent.map {
        .act($0, keys: Dictionary(uniqueKeysWithValues: all), request: request)
      }
    }
  }
}
