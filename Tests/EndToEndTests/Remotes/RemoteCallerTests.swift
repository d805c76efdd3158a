import Foundation
import SystemPackage
import Testing

/// Which of the owner's remotes callers over TCP may name.
struct RemoteCallerTests {
  private static func create(
    _ home: FerryHome, _ address: String, _ words: String...
  ) async throws -> FerryHome.Outcome {
    try await home.ferry(
      ["create", "--endpoint", address, "--project-id", FerryHome.callerProject] + words,
      environment: FerryHome.callerKeys)
  }

  @Test(arguments: RemoteServer.Family.allCases)
  func `a caller over TCP uses the remotes that are named for him, and no other`(
    family: RemoteServer.Family
  ) async throws {
    try await FerryHome.with { home in
      let prints = try home.write(3, files: 100, below: "remote/bucket")
      try await RemoteServer.with(family, in: home) { server in
        let address = try await home.serve(
          root: "root", options: ["--rclone-remote", family.rawValue])
        let place = "local:\(home.path("root"))"
        let own = "rclone:\(family):"
        for (from, to) in [("\(own)bucket/", "\(place)/to"), ("\(place)/to/", "\(own)again")] {
          let created = try await Self.create(home, address, "--from", from, "--to", to)
          try #require(created.status == 0, "\(created.error)")
          let waited = try await home.ferry(
            [
              "wait", created.output.filter(\.isNumber), "--endpoint", address, "--project-id",
              FerryHome.callerProject,
            ], environment: FerryHome.callerKeys)
          #expect(waited.status == 0, "\(waited.error)")
        }
        #expect(try FileTree.prints(below: home.directory.appending("remote/again")) == prints)

        // It would be refused by its password alone; here it is by its name, before that is asked for.
        let foreign = "rclone:\(RemoteServer.wrong):bucket/"
        for (from, to, code) in [
          (foreign, "\(place)/no", "OMS.0057"), ("\(place)/to/", foreign, "OMS.0058"),
        ] {
          let refused = try await Self.create(home, address, "--from", from, "--to", to)
          #expect(refused.status == 1 && refused.error.contains(code), "\(refused.error)")
        }
      }
    }
  }

  @Test func `without a word about remotes a caller over TCP uses none`() async throws {
    try await FerryHome.with { home in
      try await RemoteServer.with(.sftp, in: home) { _ in
        let address = try await home.serve(root: "root")
        let refused = try await Self.create(
          home, address, "--from", "rclone:sftp:bucket/", "--to", "local:\(home.path("root"))")
        #expect(refused.status == 1 && refused.error.contains("OMS.0057"), "\(refused.error)")
      }
    }
  }
}
