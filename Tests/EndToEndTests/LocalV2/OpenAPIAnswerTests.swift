import Foundation
import SystemPackage
import Testing

/// The answers of the local service are those that its OpenAPI document allows.
struct OpenAPIAnswerTests {
  @Test(arguments: [1, 3])
  func `no request gets an answer that the document does not allow`(seed: Int) async throws {
    try await FerryHome.with { home in
      _ = try home.write(3, files: 10, below: "from")
      try await home.start(["serve"], log: "served")
      try await waitUntil("a service") { !home.lines(of: "served").isEmpty }
      let document = FerryHome.top.appending("Documents/openapi.json")
      let outcome = try await home.agreement(
        "openapi.py",
        [home.path("run/ferry/ferry.sock"), document.string, home.directory.string, "\(seed)"])
      #expect(outcome.status == 0, "\(outcome.error)")
      let lines = outcome.output.split(separator: "\n")
      let counts = try #require(lines.last?.split { !$0.isNumber }.compactMap { Int($0) })
      // What makes nothing has asked for nothing.
      #expect(counts.count == 3 && counts.allSatisfy { $0 > 0 }, "\(outcome.output)")
      #expect(lines.dropLast().isEmpty, "seed \(seed): \(lines.first ?? "")")
    }
  }
}
