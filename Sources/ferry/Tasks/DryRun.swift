import Foundation
import Migration
import MigrationCore
import MigrationService
import Words

/// A creation without the creation: what the service would check is checked, and its source listed.
struct DryRun {
  let connection: Connection
  let options: CreationOptions

  /// Checks, counts and prints.
  ///
  /// - Parameters:
  ///   - task: What is to be created, without keys.
  ///   - check: Checks it and says whether the service itself took part.
  /// - Throws: ``Failure`` or `APIProblem` when the task would be refused, or could not read its
  ///   source.
  func run(on task: NewTask, check: (NewTask) async throws -> Bool) async throws {
    var task = task
    task.keys = try await KeyPrompt(environment: Environment.current).keysAtHand(for: task)
    let isCheckedByService = try await check(task)
    let storage = try await storage
    try await storage?.check(sourceOf: task)
    let source = try await SourceCounter(connection: connection, storage: storage).count(task)
    var unchecked: [Rehearsal.Unchecked] = []
    if !isCheckedByService { unchecked.append(.service) }
    if task.source.needsKeys, source.tally == nil { unchecked.append(.sourceKeys) }
    if task.destination.needsKeys { unchecked.append(.destinationKeys) }
    let report = RehearsalReport(
      Rehearsal(task, source: source, unchecked: unchecked),
      example: ArrivalExample(task, at: connection.endpoint), now: Date(),
      zone: await connection.zone(of: task.settings.bandwidth))
    switch options.output {
    case .json: Console.raw(try JSONText.of(report))
    case .table: report.lines.printed()
    }
    if let first = source.tally?.missing.first {
      let more = (source.tally?.missing.count ?? 0) - 1
      throw Failure(
        Failure.failed,
        .missing(first, more: more))
    }
  }

  /// The part of the service that looks into buckets; `nil` when there is none.
  private var storage: (any StorageBackend)? {
    get async throws {
      do throws(APIProblem) {
        return try await connection.backend.storage()
      } catch {
        guard error.fact == .noStorageQuestions else { throw error }
        return nil
      }
    }
  }
}
