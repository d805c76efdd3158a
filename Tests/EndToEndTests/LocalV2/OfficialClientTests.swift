import Foundation
import Testing

/// The provider's own SDK against the local service.
struct OfficialClientTests {
  @Test func `the official SDK drives the service through every operation of v2`() async throws {
    try await FerryHome.with { home in
      try FileManager.default.createDirectory(
        atPath: home.path("root"), withIntermediateDirectories: true)
      let address = try await home.serve(root: "root")
      let outcome = try await home.agreement(
        "service.py", [address, FerryHome.callerProject, home.path("root")],
        environment: FerryHome.callerKeys.merging(["no_proxy": "127.0.0.1"]) { $1 })
      #expect(outcome.status == 0, "\(outcome.error)")
      let done = Set(outcome.output.split(separator: "\n").map(String.init))
      let known = try await home.agreement("operations.py", [])
      let all = Set(known.output.split(separator: "\n").map(String.init))
      #expect(all.count > 30, "\(known.error)")
      #expect(done == all)
    }
  }
}
