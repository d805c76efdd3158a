package import FoundationEssentials
package import Migration
package import SystemPackage

/// What moves the objects of a task.
///
/// One implementation drives rclone; tests have a fake. A call of ``run(_:commands:report:)`` lasts
/// as long as its task runs. Cancelling it detaches: whatever moves the objects goes on, and a later
/// `run` with the same order takes it up again, also in another process.
package protocol Mover: Sendable {
  /// Moves the objects of `order`, or takes up what an earlier call with the same
  /// `order.directory` has begun, and returns when it is over.
  ///
  /// - Parameters:
  ///   - order: What to move.
  ///   - commands: What the run is told meanwhile, carried out in order; a stop that is there before
  ///     the run is a stop all the same.
  ///   - report: Called about once a second while there is something new, and once before the end.
  /// - Returns: How it ended, with final counts.
  /// - Throws: `CancellationError` when detached.
  func run(
    _ order: MoveOrder, commands: RunCommands,
    report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult

  /// Ends every run's processes in good order, for a service that shuts down; each `run` then
  /// throws `CancellationError`, and a later one takes its order up again.
  func halt() async
}

/// What is to be moved, from where, where to and how.
package struct MoveOrder: Sendable {
  /// The task.
  package var task: TaskID
  /// A directory (0700) for this one run of the task: log, plan, socket and process ids lie there.
  package var directory: FilePath
  /// Where the objects come from.
  package var source: MoveEnd
  /// Where they go to; `location.keys` holds at most one folder.
  package var destination: MoveEnd
  /// How the objects are chosen.
  package var kind: TaskKind
  /// The file that names the objects, at the destination's store; `nil` for other kinds.
  package var listFile: ListFile?
  /// The list of the only objects to move, when failed ones are run again; `nil` means all that
  /// `source.location.keys` select.
  package var onlyObjects: UnmovedFile?
  /// The list of objects that failed in the runs before this one, or `nil` when none did.
  package var failedBefore: UnmovedFile?
  /// The directories of the task's earlier runs, oldest first: what these have moved is moved.
  package var earlier: [FilePath]
  /// How the objects are moved.
  var choices = TransferChoices()
  /// When the run began: what came to the source later is no part of it.
  package var began: Date
  /// Only objects changed after this.
  package var changedSince: Date?
  /// The limit to begin with, bytes a second; `nil` means none.
  package var bandwidth: Int64?
  /// Parallel transfers, at least 1.
  package var transfers: Int
  /// The directories that `Local` ends have to stay in, links included; `nil` means any.
  package var roots: [FilePath]?
  /// Which hosts the addresses of a list may lead to; `nil` means any.
  var hosts: HostBounds?

  /// The list of all objects that are meant, where these are named by a list; it may not be there yet.
  var selection: UnmovedFile? {
    onlyObjects ?? (listFile == nil ? nil : ListFetch.listed(in: directory))
  }

  /// An order without a filter or a limit.
  package init(
    task: TaskID, directory: FilePath, source: MoveEnd, destination: MoveEnd, kind: TaskKind,
    onlyObjects: UnmovedFile? = nil, failedBefore: UnmovedFile? = nil, earlier: [FilePath] = [],
    began: Date = Date(), changedSince: Date? = nil, bandwidth: Int64? = nil, transfers: Int = 4,
    roots: [FilePath]? = nil
  ) {
    self.task = task
    self.directory = directory
    self.source = source
    self.destination = destination
    self.kind = kind
    self.onlyObjects = onlyObjects
    self.failedBefore = failedBefore
    self.earlier = earlier
    self.began = began
    self.changedSince = changedSince
    self.bandwidth = bandwidth
    self.transfers = transfers
    self.roots = roots
  }
}

/// One side of an order: a location and the keys that open it.
package struct MoveEnd: Sendable {
  /// The bucket and what of it is meant.
  package var location: CheckedLocation
  /// The keys; `nil` where none are needed (`Local`, `Rclone`).
  package var keys: StorageKeys?
  /// Whether the keys may list all of the bucket, as far as is known.
  var listsAll = true
  /// Whether the keys may look at objects of the bucket, as far as is known.
  var seesObjects = true

  /// One side of an order.
  package init(location: CheckedLocation, keys: StorageKeys?) {
    self.location = location
    self.keys = keys
  }
}

/// How far a run has come.
package struct MoveProgress: Equatable, Sendable, Codable {
  /// Objects: `total = succeeded + failed + skipped` at the end, never more than `total` before.
  package var objects: ObjectCounts
  /// Bytes of the listed objects.
  package var totalBytes: Int64
  /// Bytes of the objects that are not skipped.
  package var realBytes: Int64
  /// Bytes that have arrived.
  package var completedBytes: Int64
  /// Bytes a second over the last ten seconds; 0 when none came for five.
  package var speed: Int64 = 0
  /// Whether the source has been listed to the end.
  package var isScanned: Bool

  // The speed is of the moment and is not written down.
  private enum CodingKeys: CodingKey {
    case objects, totalBytes, realBytes, completedBytes, isScanned
  }

  /// Progress; without arguments none.
  package init(
    objects: ObjectCounts = ObjectCounts(), totalBytes: Int64 = 0, realBytes: Int64 = 0,
    completedBytes: Int64 = 0, speed: Int64 = 0, isScanned: Bool = false
  ) {
    self.objects = objects
    self.totalBytes = totalBytes
    self.realBytes = realBytes
    self.completedBytes = completedBytes
    self.speed = speed
    self.isScanned = isScanned
  }
}

/// How a run ended.
package struct MoveResult: Equatable, Sendable {
  /// The way it ended.
  package enum End: Equatable, Sendable {
    /// Every object is accounted for and none failed.
    case succeeded
    /// A stop was asked for, and nothing moves any more.
    case stopped
    /// It went wrong, or some objects did not arrive; the code is one of OMS's `TRF` codes.
    case failed(TaskFailure)
  }

  /// How many objects are in the two lists of a run, each an ``UnmovedFile`` in its directory.
  package struct Unmoved: Equatable, Sendable {
    /// Those that failed, in the order they failed; of a run that was stopped also those that had
    /// failed before and that it had not come to.
    package var failed: Int
    /// What was left out though nobody had asked for that; it counts as skipped.
    package var leftOut: Int

    /// Two lists of these lengths.
    package init(failed: Int = 0, leftOut: Int = 0) {
      self.failed = failed
      self.leftOut = leftOut
    }
  }

  /// The way it ended.
  package var end: End
  /// The final counts.
  package var progress: MoveProgress
  /// How much the run has put into the lists that it leaves in its directory; `nil` when it broke off
  /// and has left none, so that those of an earlier run hold, and what it has reported last.
  package var unmoved: Unmoved?
  /// The HTTP status with which the source refused to be listed a second time, so that the run could
  /// not be held against that; 0 when it did not answer, `nil` when it did not refuse.
  package var auditRefusal: UInt?

  /// The end of a run.
  package init(end: End, progress: MoveProgress, unmoved: Unmoved? = nil) {
    self.end = end
    self.progress = progress
    self.unmoved = unmoved
  }
}
