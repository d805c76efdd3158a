import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What is left of runs when they are over.
struct TidyTests {
  private static let all = ["copy-1.log", "copy-1.out", "scan-1.out", "left-out", "failed"]

  @Test(arguments: [
    (MoveResult.End.succeeded, ["failed", "left-out"]),
    (.failed(TaskFailure(code: "TRF.0062", message: "Some objects failed.")), all.sorted()),
  ])
  func `what later runs want to know stays until there will be none`(
    end: MoveResult.End, kept: [String]
  ) async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let order = try #require(service.mover.orders.last)
      for name in Self.all {
        try Data("x".utf8).write(to: URL(filePath: order.directory.appending(name).string))
      }
      service.mover.end(id, end, MoveProgress(isScanned: true))
      _ = try await service.wait(for: id, status: end == .succeeded ? 5 : 4)
      let left = try await eventually("the papers are cleared away") {
        let names = try FileManager.default.contentsOfDirectory(atPath: order.directory.string)
        return Set(names).isSubset(of: kept) ? names.sorted() : nil
      }
      #expect(left == kept)
    }
  }
}
