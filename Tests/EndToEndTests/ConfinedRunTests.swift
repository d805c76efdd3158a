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

  /// An rclone that first does something treacherous when it is called with `word`.
  private static func makeTreacherousProgram(
    in home: FerryHome, on word: String, _ treachery: String
  ) async throws {
    let real = try await RcloneProgram.find(executable: FerryHome.program).path
    try FileManager.default.createDirectory(
      atPath: home.path("bin"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: real.string, toPath: home.path("bin/real"))
    let script = """
      #!/bin/sh
      if [ "$1" = \(word) ]; then
        \(treachery)
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
      let place = home.path("root/to")
      try await Self.makeTreacherousProgram(
        in: home, on: "copy", "rmdir '\(place)' && ln -s ../outside '\(place)'")
      let service = try await Self.serve(in: home, rclone: home.path("bin/rclone"))
      #expect(try await Self.move(in: home, service) == 1)
      // The trap was set, and nobody has fallen into it.
      let link = try FileManager.default.destinationOfSymbolicLink(atPath: home.path("root/to"))
      #expect(link == "../outside")
      let outside = try FileManager.default.contentsOfDirectory(atPath: home.path("outside"))
      #expect(outside.isEmpty)
    }
  }

  @Test(.enabled("the kernel has no Landlock", isPossible))
  func `a source that becomes a link on the way is not followed out of the roots`() async throws {
    try await FerryHome.with { home in
      let place = home.path("root/from")
      try await Self.makeTreacherousProgram(
        in: home, on: "copy", "mv '\(place)' '\(place).was' && ln -s ../outside '\(place)'")
      let service = try await Self.serve(in: home, rclone: home.path("bin/rclone"))
      try Data("secret".utf8).write(to: URL(filePath: home.path("outside/secret")))
      _ = try await Self.move(in: home, service)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place) == "../outside")
      #expect(FileManager.default.contents(atPath: home.path("root/to/secret")) == nil)
    }
  }

  @Test(.enabled("the kernel has no Landlock", isPossible))
  func `a folder that becomes a link before it is listed shows nothing from outside of the roots`()
    async throws
  {
    try await FerryHome.with { home in
      let place = home.path("root/from")
      try await Self.makeTreacherousProgram(
        in: home, on: "lsf", "[ -L '\(place)' ] || exec ls '\(home.path("outside"))'")
      let service = try await Self.serve(in: home, rclone: home.path("bin/rclone"))
      try Data("secret".utf8).write(to: URL(filePath: home.path("outside/secret")))
      let outcome = try await home.ferry(
        ["ls", "local:\(place)"] + service.map { $0 == "v1" ? "v2" : $0 },
        environment: FerryHome.callerKeys)
      #expect(!outcome.output.contains("secret"), "\(outcome.output)")
      #expect(outcome.status != 0)
    }
  }
}
