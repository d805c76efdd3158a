import Foundation
import Subprocess
import SystemPackage
import Testing

/// What the library's documentation shows, run as it stands.
struct LibraryExampleTests {
  @Test func `the example lists and stops the tasks that run`() async throws {
    try await FerryHome.with { home in
      try FileManager.default.createDirectory(
        atPath: home.path("from"), withIntermediateDirectories: true)
      // Far more than moves before the example has run, at the lowest limit that there is.
      try Data(count: 200 << 20).write(to: URL(filePath: home.path("from/big")))
      let created = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))",
        "--bandwidth", "00:00-23:59=5MiB")
      let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
      try #require(!id.isEmpty, "\(created.error)")
      try await waitUntil("a running task") {
        try await home.ferry("show", id, "--output", "json").json(ListedTask.self).state
          == "running"
      }

      let example = try FerryHome.program.removingLastComponent().appending("stop-tasks")
      let result = try await Subprocess.run(
        .path(example), arguments: ["unix://\(home.path("run/ferry/ferry.sock"))", "local"],
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))

      #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
      #expect(result.standardOutput.hasPrefix(id))
      #expect(result.standardOutput.hasSuffix("running\n"))
      let waited = try await home.ferry("wait", id, "--for", "stopped", "--timeout", "60s")
      #expect(waited.status == 0, "\(waited.error)")
    }
  }

  @Test func `the example is short, and the documentation shows it line by line`() throws {
    let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .removingLastComponent()
    let code = try String(
      contentsOfFile: root.appending("Examples/StopTasks/StopTasks.swift").string, encoding: .utf8)
    let article = try String(
      contentsOfFile: root.appending("Sources/OMSClient/OMSClient.docc/OMSClient.md").string,
      encoding: .utf8)
    #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count < 30)
    #expect(article.contains("```swift\n\(code)```"))
  }
}
