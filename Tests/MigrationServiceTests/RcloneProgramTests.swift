import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration
@testable import MigrationService

/// Finding rclone.
@Suite struct RcloneProgramTests {
  @Test func `the rclone of the checkout is new enough`() async throws {
    let program = try await MoverBench.realRclone()
    #expect(program.path.isAbsolute)
    #expect(program.version.hasPrefix("1."))
  }

  @Test func `a missing rclone is said to be missing`() async {
    await #expect(throws: RcloneFault.self) {
      try await RcloneProgram.find(environment: ["PATH": "/nonexistent:relative"], executable: nil)
    }
  }

  @Test func `a named rclone that is not there is an error and not passed over`() async throws {
    let program = try await MoverBench.realRclone()
    await #expect(throws: RcloneFault.self) {
      try await RcloneProgram.find(
        environment: [
          "FERRY_RCLONE": "/nonexistent/rclone",
          "PATH": program.path.removingLastComponent().string,
        ])
    }
  }

  @Test(arguments: ["rclone v1.60.1-DEV", "rclone v1.74.4", "rclone v0.99", "rclone vx", "hello"])
  func `an old or foreign program is refused`(answer: String) async throws {
    try await withProgram(answering: answer) { directory in
      await #expect(throws: RcloneFault.self) {
        try await RcloneProgram.find(environment: ["PATH": directory.string], executable: nil)
      }
    }
  }

  @Test(arguments: ["rclone v1.75.0", "rclone v1.100.0", "rclone v2.0.0-beta.1"])
  func `a new one is taken from the path`(answer: String) async throws {
    try await withProgram(answering: answer) { directory in
      let program = try await RcloneProgram.find(
        environment: ["PATH": "/nonexistent:" + directory.string], executable: nil)
      #expect(program.version == answer.dropFirst("rclone v".count))
    }
  }

  @Test func `an installed one lies beside the executable's directory`() async throws {
    try await withProgram(answering: "rclone v1.75.2", at: "libexec/ferry") { directory in
      let executable = directory.appending("../../bin/ferry").lexicallyNormalized()
      let program = try await RcloneProgram.find(environment: [:], executable: executable)
      #expect(program.version == "1.75.2")
    }
  }

  private func withProgram(
    answering answer: String, at place: String = "bin", _ body: (FilePath) async throws -> Void
  ) async throws {
    let root = FilePath("/tmp/ferry-rclone-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(atPath: root.string) }
    let directory = root.appending(place)
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true)
    try Data("#!/bin/sh\necho '\(answer)'\n".utf8)
      .write(to: URL(filePath: directory.appending("rclone").string))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: directory.appending("rclone").string)
    try await body(directory)
  }
}
