import Foundation
import Testing

/// `--api auto` against a service of v2.
struct V2AutoTests {
  @Test func `the versions are asked for once, and remembered for the next run`() async throws {
    try await V2Session.with([ServedTask(1, "one")]) { session in
      for _ in 1...2 {
        let outcome = try await session.ferry(["show", "1"], api: "auto")
        #expect(outcome.status == 0, "\(outcome.error)")
      }
      #expect(await session.service.calls == ["GET /", "GET tasks/1", "GET tasks/1"])
      let file = session.home.path("state/ferry/api-versions.json")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `a service that is thought to speak v1 is asked again when it does not`() async throws
  {
    try await V2Session.with([ServedTask(1, "one")]) { session in
      _ = try await session.ferry(["show", "1"], api: "auto")
      let file = URL(filePath: session.home.path("state/ferry/api-versions.json"))
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("v2", with: "v1").utf8).write(to: file)
      let outcome = try await session.ferry(["show", "1"], api: "auto")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await session.service.calls.suffix(2) == ["GET /", "GET tasks/1"])
    }
  }

  @Test func `wrong keys are refused at the first question`() async throws {
    try await V2Session.with { session in
      let wrong = V2Session.keys.merging(["HUAWEICLOUD_SDK_SK": "wrong"]) { $1 }
      let outcome = try await session.ferry(["list"], api: "auto", environment: wrong)
      #expect(outcome.status == 77, "\(outcome.error)")
      #expect(
        !FileManager.default.fileExists(atPath: session.home.path("state/ferry/api-versions.json")))
    }
  }

  @Test func `a profile of v2 needs no more options`() async throws {
    try await V2Session.with([ServedTask(1, "one")]) { session in
      try session.makeDefault()
      let outcome = try await session.home.ferry(["list"], environment: V2Session.keys)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("one"))
    }
  }
}
