import Foundation
import SystemPackage
import Testing

extension CommandLineTests {
  @Test func `without rclone the service says so in one line`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(["serve"], environment: ["FERRY_RCLONE": "/nonexistent"])
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains("FERRY_RCLONE"))
    }
  }

  @Test func `without rclone a command says why the service did not start`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(["list"], environment: ["FERRY_RCLONE": "/nonexistent"])
      #expect(outcome.status == 69)
      #expect(outcome.error.contains("FERRY_RCLONE"), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
  }

  @Test func `a second service on the same state says so and ends`() async throws {
    try await FerryHome.with { home in
      _ = try await home.ferry("list")
      let second = try await home.ferry("serve")
      #expect(second.status == 1)
      #expect(second.error.contains("another ferry service"), "\(second.error)")
    }
  }
}
