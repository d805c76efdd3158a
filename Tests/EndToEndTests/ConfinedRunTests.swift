import Foundation
import MigrationService
import SystemPackage
import Testing

/// Tasks of callers who are not the owner stay within the roots, whatever changes while they run.
struct ConfinedRunTests {
  /// Whether the kernel can keep a program within paths: none that is allowed nothing can begin then.
  private static let isPossible: @Sendable () async throws -> Bool = {
    try await FerryHome.with { home in
      try await home.ferry("confined", "--", "/bin/true").status != 0
    }
  }

  /// An rclone that puts a link to `outside` into the place of the destination before it copies.
  private static func makeTreacherousProgram(in home: FerryHome) async throws {
    let real = try await RcloneProgram.find(executable: FerryHome.program).path
    try FileManager.default.createDirectory(
      atPath: home.path("bin"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: real.string, toPath: home.path("bin/real"))
    let script = """
      #!/bin/sh
      if [ "$1" = copy ]; then
        rmdir '\(home.path("root/to"))' && ln -s ../outside '\(home.path("root/to"))'
      fi
      exec '\(home.path("bin/real"))' "$@"
      """
    try Data(script.utf8).write(to: URL(filePath: home.path("bin/rclone")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: home.path("bin/rclone"))
  }

  private static func serve(in home: FerryHome, rclone: String?) async throws -> [String] {
    for name in ["root/from", "root/to", "outside"] {
      try FileManager.default.createDirectory(
        atPath: home.path(name), withIntermediateDirectories: true)
    }
    try Data("object".utf8).write(to: URL(filePath: home.path("root/from/object")))
    let address = try await home.serve(
      root: "root", environment: rclone.map { ["FERRY_RCLONE": $0] } ?? [:])
    return ["--endpoint", address, "--project-id", FerryHome.callerProject, "--api", "v1"]
  }

  private static func move(in home: FerryHome, _ service: [String]) async throws -> Int32 {
    let places = [
      "--from", "local:\(home.path("root/from"))", "--to", "local:\(home.path("root/to"))",
    ]
    let created = try await home.ferry(
      ["create"] + places + service, environment: FerryHome.callerKeys)
    let id = created.output.filter(\.isNumber)
    return try await home.ferry(["wait", id] + service, environment: FerryHome.callerKeys).status
  }

  @Test func `a task that stays within the roots is moved`() async throws {
    try await FerryHome.with { home in
      let service = try await Self.serve(in: home, rclone: nil)
      #expect(try await Self.move(in: home, service) == 0)
      #expect(FileManager.default.contents(atPath: home.path("root/to/object")) != nil)
    }
  }

  @Test(.enabled("the kernel has no Landlock", isPossible))
  func `a destination that becomes a link on the way is not followed out of the roots`()
    async throws
  {
    try await FerryHome.with { home in
      try await Self.makeTreacherousProgram(in: home)
      let service = try await Self.serve(in: home, rclone: home.path("bin/rclone"))
      #expect(try await Self.move(in: home, service) == 1)
      // The trap was set, and nobody has fallen into it.
      let link = try FileManager.default.destinationOfSymbolicLink(atPath: home.path("root/to"))
      #expect(link == "../outside")
      let outside = try FileManager.default.contentsOfDirectory(atPath: home.path("outside"))
      #expect(outside.isEmpty)
    }
  }
}
