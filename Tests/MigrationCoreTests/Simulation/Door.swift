import TestSupport

@testable import Migration
@testable import MigrationCore

/// A way into a simulated service, by which one user of it can be told from the others.
struct Door: MigrationBackend {
  let service: ChangingService
  /// The number of the door.
  let number: Int

  func list(_ query: TaskQuery) async throws(APIProblem) -> TaskPage {
    guard case .list(let page) = try await service.answer(.list(query), at: number) else {
      throw .strange
    }
    return page
  }

  func count(state: TaskState?) async throws(APIProblem) -> Int {
    guard case .count(let count) = try await service.answer(.count, at: number) else {
      throw .strange
    }
    return count
  }

  func show(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    guard case .task(let task) = try await service.answer(.show(id), at: number) else {
      throw .strange
    }
    return task
  }

  func stop(_ id: TaskID) async throws(APIProblem) {
    try await service.take(.stopping, id, at: number)
  }

  func delete(_ id: TaskID) async throws(APIProblem) {
    try await service.take(.deleting, id, at: number)
  }

  func start(_ id: TaskID, keys: TransferKeys, failedOnly: Bool) async throws(APIProblem) {
    try await service.take(.starting, id, at: number)
  }

  func create(_ task: NewTask) async throws(APIProblem) -> CreatedTask { throw .strange }

  func changeBandwidth(
    of id: TaskID, to windows: [BandwidthWindow]
  ) async throws(APIProblem) {
    throw .strange
  }
}

extension APIProblem {
  fileprivate static let strange = APIProblem(.said("nobody asks for this"), kind: .invalid)
}
