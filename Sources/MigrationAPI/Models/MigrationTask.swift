package import FoundationEssentials

/// Everything that a user sees about one migration task, whichever API version it came from.
package struct MigrationTask: Equatable, Identifiable, Sendable {
  /// The number that every request names.
  package var id: TaskID
  /// The name that the service gave it.
  package var name: String
  /// Where it stands.
  ///
  /// The end of a task follows from this alone, never from `progress`.
  package var state: TaskState
  /// How its objects were chosen.
  package var kind: TaskKind
  /// Where the objects come from.
  package var source: StorageLocation
  /// Where they go to.
  package var destination: StorageLocation
  /// The part that is done, 0 to 1: of the bytes for `object` and `prefix`, of the objects for lists.
  package var progress: Double
  /// Bytes a second, now.
  package var speed: Int64
  /// Bytes that have arrived.
  package var completedBytes: Int64
  /// Bytes found at the source; grows until `isScanned`.
  package var totalBytes: Int64
  /// Object counts; `total` grows until `isScanned`.
  package var objects: ObjectCounts
  /// Whether the listing of the source is over, so that the totals are final; `nil` when the API
  /// does not say (v1 as documented).
  package var isScanned: Bool?
  /// When it began to run, or `nil` when it has not.
  package var startedAt: Date?
  /// How long it has run.
  package var elapsed: Duration?
  /// The service's estimate of the time left; `nil` when nothing is known or nothing is left.
  package var timeLeft: Duration?
  /// Why it failed, or `nil`.
  package var failure: TaskFailure?
  /// The list of failed objects, when one was recorded.
  package var failedObjects: FailedObjectList?
  /// The user's words; empty when there are none.
  package var description: String
  /// Speed limits by time of day; empty means no limit.
  package var bandwidth: [BandwidthWindow]
  /// Only objects changed after this are moved; `nil` means all.
  package var changedSince: Date?
  /// Threads of the task (v1), or `nil`.
  package var threads: Int?
  /// Whether objects are encrypted with KMS at the destination.
  package var isEncrypted: Bool

  /// A task about which nothing is known but its id.
  package init(id: TaskID, name: String = "", state: TaskState = .unknown(-1)) {
    self.id = id
    self.name = name
    self.state = state
    kind = .object
    source = StorageLocation()
    destination = StorageLocation()
    progress = 0
    speed = 0
    completedBytes = 0
    totalBytes = 0
    objects = ObjectCounts()
    description = ""
    bandwidth = []
    isEncrypted = false
  }
}

/// How many objects a task has to do with.
package struct ObjectCounts: Equatable, Sendable {
  /// Found at the source.
  package var total: Int64
  /// Arrived at the destination.
  package var succeeded: Int64
  /// Not arrived.
  package var failed: Int64
  /// Left alone because the destination has them already, or because of a filter.
  package var skipped: Int64

  /// Counts; without arguments all zero.
  package init(total: Int64 = 0, succeeded: Int64 = 0, failed: Int64 = 0, skipped: Int64 = 0) {
    self.total = total
    self.succeeded = succeeded
    self.failed = failed
    self.skipped = skipped
  }
}

/// Why a task failed.
package struct TaskFailure: Equatable, Sendable {
  /// A code such as `TRF.0058`.
  package var code: String
  /// The service's words.
  package var message: String

  /// A failure with the service's own code and words.
  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// The list of failed objects that a service wrote to the destination bucket.
package struct FailedObjectList: Equatable, Sendable {
  /// Whether the failed objects can be run again on their own.
  package var canRetry: Bool
  /// The key of the list in the destination bucket; may be empty.
  package var key: String
  /// Why they cannot be run again, as a code; `nil` when they can.
  package var errorCode: String?

  /// A list as the service describes it.
  package init(canRetry: Bool, key: String, errorCode: String? = nil) {
    self.canRetry = canRetry
    self.key = key
    self.errorCode = errorCode
  }
}

/// A speed limit for a part of the day.
package struct BandwidthWindow: Equatable, Hashable, Sendable, Codable {
  /// First minute, `hh:mm`, 24 hours.
  package var start: String
  /// Last minute, inclusive.
  package var end: String
  /// Bytes a second.
  package var maxBandwidth: Int64

  /// A window from `start` to `end`, both inclusive.
  package init(start: String, end: String, maxBandwidth: Int64) {
    self.start = start
    self.end = end
    self.maxBandwidth = maxBandwidth
  }

  private enum CodingKeys: String, CodingKey {
    case start, end
    case maxBandwidth = "max_bandwidth"
  }
}
