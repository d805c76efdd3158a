import Foundation
import SystemPackage
import Testing

/// The local service under schemathesis, which draws requests from the OpenAPI document.
///
/// `FERRY_FUZZ_SEED=7` in the environment replays what was drawn from that seed.
struct FuzzTests {
  private static let seed = ProcessInfo.processInfo.environment["FERRY_FUZZ_SEED"] ?? "1"

  @Test func `schemathesis finds no answer that the document does not allow`() async throws {
    try await FerryHome.with { home in
      _ = try home.write(3, files: 10, below: "root/from")
      let address = try await home.serve(root: "root")
      let outcome = try await home.agreement(
        "fuzz.py",
        [
          address, FerryHome.callerProject, home.path("root"),
          FerryHome.top.appending("Documents/openapi.json").string, Self.seed, "2",
        ], environment: FerryHome.callerKeys.merging(["no_proxy": "127.0.0.1"]) { $1 })
      #expect(outcome.status == 0, "seed \(Self.seed): \(outcome.output)\(outcome.error)")
      let cases = try #require(
        outcome.output.firstMatch(of: /([0-9]+) generated, ([0-9]+) passed/),
        "\(outcome.output)\(outcome.error)")
      // A service that lets nobody in, or an operation that is not asked for, would prove nothing.
      #expect(cases.1 == cases.2 && (Int(cases.1) ?? 0) > 1000)
      #expect(!outcome.output.contains("only 401/403"), "\(outcome.output)")
      let tested = outcome.output.firstMatch(of: /Selected: ([0-9]+)\/([0-9]+)\s+Tested: ([0-9]+)/)
      #expect(tested.map { $0.1 == $0.2 && $0.2 == $0.3 } == true, "\(outcome.output)")
    }
  }
}
