import Dashboard
import Foundation
import Migration
import MigrationCore
import MigrationService
import Words

/// Counts what a new task would move: by the service where that lists buckets, else from this machine.
struct SourceCounter {
  let connection: Connection
  /// The part of the service that looks into buckets; `nil` when there is none.
  let storage: (any StorageBackend)?

  /// Counts, with the sums so far on a terminal.
  ///
  /// - Throws: `APIProblem` or ``Failure`` when the source cannot be listed to its end.
  func count(_ task: NewTask) async throws -> Rehearsal.SourceCount {
    defer { Console.transient("") }
    guard task.kind == .object || task.kind == .prefix else { return .unknown(.listFile) }
    if task.source.needsKeys, task.keys.source == nil { return .unknown(.noKeys) }
    if let storage, let access = task.sourceAccess, !task.source.isFerrysOwn {
      return try await count(task, by: storage, access)
    }
    return try await countHere(task)
  }

  private func count(
    _ task: NewTask, by storage: any StorageBackend, _ access: StorageAccess
  ) async throws -> Rehearsal.SourceCount {
    if task.settings.changedSince != nil { return .unknown(.noDates) }
    if access.keys?.securityToken != nil { return .unknown(.temporaryKeys) }
    let walk = BucketWalk(storage, bucket: task.source, access: access)
    do throws(APIProblem) {
      return .counted(try await walk.count(task, progress: show), by: .service)
    } catch {
      // Not every service of v2 has all of its calls.
      guard error.isForeign else { throw error }
      return .unknown(.noListing)
    }
  }

  private func countHere(_ task: NewTask) async throws -> Rehearsal.SourceCount {
    if ["Local", "Rclone"].contains(task.source.provider), !connection.endpoint.isOnThisMachine {
      return .unknown(.otherMachine)
    }
    guard SourceListing.serves(task.source.provider) else {
      return .unknown(.provider(task.source.provider))
    }
    let program: RcloneProgram
    do throws(RcloneFault) {
      program = try await RcloneProgram.find()
    } catch {
      return .unknown(.noProgram(error))
    }
    do {
      return .counted(
        try await SourceListing(program: program).count(task, progress: show), by: .here)
    } catch let problem as MoverProblem {
      throw Failure(listing: nil, problem)
    }
  }

  private func show(_ tally: SourceTally) {
    Console.transient(
      .counting(objects: countText(tally.objects), bytes: bytesText(tally.bytes)))
  }
}

extension StorageLocation {
  /// Whether only the local service knows such places, so that no other one lists them.
  fileprivate var isFerrysOwn: Bool { ["Local", "Rclone", "S3"].contains(provider) }
}
